package dev.holdfast.session.entity;

import dev.holdfast.account.entity.EndReason;

/** What a presented refresh token means to its session (RFC 9700 section 4.14.2, with receipt-closed replay). */
public sealed interface Presentation {

    /** The current token: its successor is issued and it is spent. */
    record Rotate() implements Presentation {}

    /** The asker did not get the answer of the last rotation: the very same successor again, never a branch. */
    record Repeat() implements Presentation {}

    /** A late copy of a request whose rotation is long done and whose successor was used: no theft, and no token. */
    record Superseded() implements Presentation {}

    /** A spent token: somebody holds a copy, and the session ends. */
    record Reuse() implements Presentation {}

    /** The session is over. {@code unrecorded}: by time alone, and the row does not say so yet. */
    record Over(EndReason reason, boolean unrecorded) implements Presentation {}

    /** A generation that was never issued; the row stays untouched. */
    record Forged() implements Presentation {}

    /** The row names another account than the token was issued for: somebody has changed it; it stays untouched. */
    record AnotherAccount() implements Presentation {}
}
