package dev.holdfast.session.control;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.crypto.entity.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How a refresh ended. */
public sealed interface Refreshed {

    /** Whether a generation has been spent for it. */
    enum Manner { ROTATED, REPLAYED }

    /**
     * @param endsAt the absolute end, so long the cookie may be kept
     * @param idleEndsAt the earlier of idle and absolute end
     */
    record Issued(Manner manner, UUID sessionId, IssuedAccessToken accessToken, Secret refreshToken, Instant endsAt,
            Instant idleEndsAt) implements Refreshed {}

    /** Over; the reason is for the holder of a genuine token of this session alone. */
    record Ended(Optional<EndReason> reason) implements Refreshed {}

    /** A spent token came back, and the session ended for it. */
    record Reused() implements Refreshed {}

    /** A late copy of a refresh that was answered before; the session has moved on, and nothing was changed. */
    record Superseded() implements Refreshed {}

    /** Newer than the database knows; the session is left alone. */
    record Unknown() implements Refreshed {}

    /** Issued for another account than the row names; the session is left alone. */
    record AnotherAccount() implements Refreshed {}

    /** What its holder may be told. */
    default Optional<EndReason> toldReason() {
        if (this instanceof Ended ended) {
            return ended.reason();
        }
        return this instanceof Reused ? Optional.of(EndReason.TOKEN_REUSED) : Optional.empty();
    }
}
