package dev.holdfast.google.token;

/** How a revocation ended (RFC 7009 section 2.2): nothing is left to revoke, or it has to be tried again. */
public enum RevocationOutcome { DONE, RETRY }
