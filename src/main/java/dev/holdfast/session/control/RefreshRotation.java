package dev.holdfast.session.control;

import dev.holdfast.session.control.Refreshed.Manner;
import dev.holdfast.session.entity.RefreshRequest;
import dev.holdfast.session.entity.RefreshToken;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Rotates refresh tokens (RFC 9700 section 4.14.2). Of all requests that present one generation, exactly one rotates it.
 * A request that repeats the rotation's {@code Idempotency-Key} gets the same successor. A spent token without that key
 * ends the session. The rotation is durable before the answer leaves.
 */
@ApplicationScoped
public class RefreshRotation {

    @Inject Receipts receipts;
    @Inject CommonRotation common;
    @Inject JudgedRefresh judged;
    @Inject TokenPairs pairs;
    @Inject @DatabaseTime Clock clock;

    /**
     * Refreshes the session of a genuine token.
     *
     * @param key the request's {@code Idempotency-Key}, if it sent one
     * @param arrivedAt when the request reached this server, in database time
     * @param scope runs what may record an event; not called in the common case
     */
    public Refreshed refresh(RefreshToken token, Optional<String> key, Instant arrivedAt,
            Function<Supplier<Refreshed>, Refreshed> scope) {
        RefreshRequest request = new RefreshRequest(token, receipts.of(token, key), arrivedAt);
        Instant now = clock.instant();
        return common.rotate(request, now).map(renewal -> pairs.issue(Manner.ROTATED, renewal, now))
                .orElseGet(() -> scope.apply(() -> judged.refresh(request)));
    }
}
