package dev.holdfast.signin.entity;

/** Which trip to Google this is; there is no third. */
public enum Round {
    FIRST,
    /** With {@code prompt=consent}, because no usable refresh token is stored and none came. */
    CONSENT_FORCED
}
