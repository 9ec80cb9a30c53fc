package dev.holdfast.signin.entity;

/** The trip to Google within a sign-in; there are at most two. */
public enum Attempt {
    FIRST,
    /** The second trip, with {@code prompt=consent}: no usable refresh token is stored and none came. */
    CONSENT_FORCED
}
