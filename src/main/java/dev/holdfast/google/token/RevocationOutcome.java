package dev.holdfast.google.token;

/** The outcome of a revocation (RFC 7009 section 2.2): nothing is left to revoke, or a retry is needed. */
public enum RevocationOutcome { DONE, RETRY }
