package dev.holdfast.custody.care;

import dev.holdfast.custody.grant.Grant;
import dev.holdfast.custody.refresh.Acquired;
import java.time.Instant;

/** The result of a {@link GrantCheck}. */
public sealed interface CheckedGrant {

    /** The grant as it is stored after the check, and when Google was last asked. */
    record Known(Grant grant, Instant checkedAt) implements CheckedGrant {}

    /** {@code why} is {@link Acquired.Lost} or {@link Acquired.Unavailable}. */
    record Refused(Acquired why) implements CheckedGrant {}

    /** The account has no grant. */
    record None() implements CheckedGrant {}
}
