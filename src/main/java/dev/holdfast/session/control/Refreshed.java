package dev.holdfast.session.control;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.crypto.entity.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How a refresh ended. */
public sealed interface Refreshed {

    /**
     * Whether this refresh spent a generation or repeated an earlier answer. {@code WENT_BACK}: it spent one whose commit the
     * database has lost.
     */
    enum Manner { ROTATED, REPLAYED, WENT_BACK }

    /**
     * The new tokens of a successful refresh.
     *
     * @param endsAt the absolute end of the session, until which the cookie may be kept
     * @param idleEndsAt the earlier of idle and absolute end
     */
    record Issued(Manner manner, UUID sessionId, IssuedAccessToken accessToken, Secret refreshToken, Instant endsAt,
            Instant idleEndsAt) implements Refreshed {}

    /** The session is over. Only the holder of a genuine token of this session may learn the reason. */
    record Ended(Optional<EndReason> reason) implements Refreshed {}

    /** A spent token was presented, and the session has ended for it. */
    record Reused() implements Refreshed {}

    /** A late copy of a refresh that was answered before. The session has moved on and stays unchanged. */
    record Superseded() implements Refreshed {}

    /** The token was issued for another account than the row names. The session stays unchanged. */
    record AnotherAccount() implements Refreshed {}

    /** The reason that the holder of the token may be told. */
    default Optional<EndReason> toldReason() {
        if (this instanceof Ended ended) {
            return ended.reason();
        }
        return this instanceof Reused ? Optional.of(EndReason.TOKEN_REUSED) : Optional.empty();
    }
}
