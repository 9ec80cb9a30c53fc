package dev.holdfast.session.entity;

import dev.holdfast.account.entity.EndReason;

/**
 * The meaning of a presented refresh token to its session (RFC 9700 section 4.14.2, with receipt-closed replay), as {@link
 * Session#present} decides it.
 */
public sealed interface RotationDecision {

    /** The token is current: it is spent and its successor is issued. */
    record Rotate() implements RotationDecision {}

    /** The client did not get the answer of the last rotation: it gets the same successor again, never a second one. */
    record Repeat() implements RotationDecision {}

    /** The request is a late copy, and the successor it made has been used: no theft, and no new token. */
    record Superseded() implements RotationDecision {}

    /** The token is spent, so another party may hold a copy: the session ends. */
    record Reuse() implements RotationDecision {}

    /** The session is over. {@code unrecorded}: it is over by time alone, and its row does not say so yet. */
    record Over(EndReason reason, boolean unrecorded) implements RotationDecision {}

    /**
     * The token is genuine and its generation lies beyond the row's: the database has lost commits. The token becomes the
     * current one, is spent, and its successor is issued.
     */
    record Ahead() implements RotationDecision {}

    /** The row names another account than the token, so the row has been altered; it stays unchanged. */
    record AnotherAccount() implements RotationDecision {}
}
