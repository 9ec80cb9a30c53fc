package dev.holdfast.session.control;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.crypto.entity.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How a refresh ended. */
public sealed interface Refreshed {

    /**
     * @param endsAt the absolute end, so long the cookie may be kept
     * @param idleEndsAt the earlier of idle and absolute end
     */
    record Issued(UUID sessionId, IssuedAccessToken accessToken, Secret refreshToken, Instant endsAt,
            Instant idleEndsAt) implements Refreshed {}

    /** Over; the reason is for the holder of a genuine token of this session alone. */
    record Ended(Optional<EndReason> reason) implements Refreshed {}
}
