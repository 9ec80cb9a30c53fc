package dev.holdfast.custody.grant;

/** An event for the metrics: operators were told of a grant whose refresh token no key here decrypts. */
public record GrantUnreadable() {}
