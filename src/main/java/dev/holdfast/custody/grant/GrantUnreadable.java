package dev.holdfast.custody.grant;

/** Operators were told of a grant whose refresh token no key here opens; for whoever counts. */
public record GrantUnreadable() {}
