package dev.holdfast.custody.grant;

/** Fired for the metrics when operators are told of a grant whose refresh token no key here decrypts. */
public record GrantUnreadable() {}
