package dev.holdfast.custody.refresh;

import dev.holdfast.custody.CustodyConfig;
import dev.holdfast.custody.grant.Freshness;
import dev.holdfast.custody.grant.GrantPolicy;
import dev.holdfast.google.Capacity;
import dev.holdfast.google.Scopes;
import dev.holdfast.google.TimeBudget;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.telemetry.control.Tracing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Hands any server code a Google access token that is never stale.
 *
 * <p>A fresh token comes from the cache, without a database read or a lock. A token close to its end still serves while
 * one refresh is under way. If the token has expired, all callers wait together for the new one, at most twenty seconds.
 * However many callers, threads or nodes ask, one grant is refreshed once.
 *
 * <pre>{@code
 * @Inject GoogleTokenManager google;
 *
 * Acquired acquired = google.acquire(accountId, Set.of("https://www.googleapis.com/auth/drive.readonly"));
 * if (acquired instanceof Acquired.Fresh fresh) {
 *     call(fresh.token().value().reveal());
 * } else if (acquired instanceof Acquired.Unavailable later) {
 *     tryAgainAfter(later.retryAfter());          // a transient failure: the sessions stay
 * } else if (acquired instanceof Acquired.ScopeMissing missing) {
 *     askFor(missing.missing());
 * } else if (acquired instanceof Acquired.Lost lost) {
 *     theirSessionsHaveEnded(lost.reason());
 * }
 * }</pre>
 */
@ApplicationScoped
public class GoogleTokenManager {

    private final Semaphore waiting = new Semaphore(Capacity.WAITING_FOR_TOKENS);

    @Inject SingleFlightRefresh refreshes;
    @Inject GrantRefresh refresh;
    @Inject TokenCache cache;
    @Inject CustodyConfig config;
    @Inject AcquireTally tally;
    @Inject Clock clock;

    private Tracing tracing = Tracing.OFF;
    private boolean traced;

    /** Keeps a plain boolean: callers that are served from the cache read nothing else. */
    @Inject
    void traceWith(Tracing tracing) {
        this.tracing = tracing;
        this.traced = tracing.isOn();
    }

    /** Returns a token with the scopes that are granted; never {@link Acquired.ScopeMissing}. */
    public Acquired acquire(UUID accountId) {
        tally.asked();
        Optional<Acquired> inMemory = cache.of(accountId).flatMap(known -> using(accountId, known));
        if (inMemory.isEmpty()) {
            return elsewhere(accountId);
        }
        if (traced) {
            AcquireSpan.fromMemory();
        }
        return inMemory.get();
    }

    private Acquired elsewhere(UUID accountId) {
        try (AcquireSpan span = AcquireSpan.begin(tracing)) {
            return stored(accountId).map(acquired -> span.told("row", acquired)).orElseGet(() -> span.told("refresh",
                    await(accountId, RefreshDemand.ANY_TOKEN, clock.instant().plus(TimeBudget.CALLER))));
        }
    }

    /** Returns a token that carries all of these scopes, or tells which of them are missing. */
    public Acquired acquire(UUID accountId, Collection<String> scopes) {
        Acquired acquired = acquire(accountId);
        if (acquired instanceof Acquired.Fresh fresh && !Scopes.missing(scopes, fresh.token().scopes()).isEmpty()) {
            return withScopes(acquireBeyond(accountId, fresh.token()), scopes);
        }
        return acquired;
    }

    private static Acquired withScopes(Acquired acquired, Collection<String> scopes) {
        if (acquired instanceof Acquired.Fresh fresh) {
            Set<String> missing = Scopes.missing(scopes, fresh.token().scopes());
            return missing.isEmpty() ? fresh : new Acquired.ScopeMissing(missing);
        }
        return acquired;
    }

    /**
     * Returns the token of the row instead of the cached one, for a caller whose token lacks a scope: another node may
     * just have stored a new consent.
     */
    public Acquired acquireBeyond(UUID accountId, AccessToken known) {
        cache.drop(accountId, known);
        return acquire(accountId);
    }

    /**
     * Returns another token, for a caller whose token Google's API refused with 401 {@code invalid_token}. It forces one
     * refresh unless a newer token exists already. Call it once for one failed call, never on a 403.
     */
    public Acquired acquireInsteadOf(UUID accountId, AccessToken rejected) {
        cache.drop(accountId, rejected);
        try (AcquireSpan span = AcquireSpan.begin(tracing)) {
            return span.told("refresh", insteadOf(accountId, rejected, clock.instant().plus(TimeBudget.CALLER)));
        }
    }

    private Acquired insteadOf(UUID accountId, AccessToken rejected, Instant until) {
        RefreshDemand demand = RefreshDemand.insteadOf(rejected.value());
        Acquired acquired = await(accountId, demand, until);
        // A refresh that was under way before the rejection may have brought the very token that was rejected.
        return acquired instanceof Acquired.Fresh fresh && fresh.token().value().equals(rejected.value())
                ? await(accountId, demand, until) : acquired;
    }

    /** Returns the token after one refresh that is made even if a stored token is fresh, see {@code GrantCheck.check}. */
    public Acquired check(UUID accountId) {
        try (AcquireSpan span = AcquireSpan.begin(tracing)) {
            Instant until = clock.instant().plus(TimeBudget.CALLER);
            return span.told("refresh", within(waiting, () -> checked(accountId, until)));
        }
    }

    /** Waits for a refresh that is a check: one already under way may have found that Google need not be asked. */
    private Acquired checked(UUID accountId, Instant until) {
        while (clock.instant().isBefore(until)) {
            PendingRefresh pending = refreshes.join(accountId, RefreshDemand.CHECK);
            Acquired acquired = await(pending, until);
            if (pending.demand().isCheck() || !(acquired instanceof Acquired.Fresh)) {
                return acquired;
            }
        }
        return new Acquired.Unavailable(GrantRefresh.RETRY_AFTER);
    }

    /** Reads the row on the caller's thread, so that a caller with a good token does not queue behind refreshes. */
    private Optional<Acquired> stored(UUID accountId) {
        tally.missed();
        if (refreshes.isUnderWay(accountId)) {
            return Optional.empty();
        }
        long before = cache.changes();
        Optional<RefreshResult> known = refresh.known(accountId);
        known.ifPresent(result -> cache.keep(accountId, result, before));
        return known.flatMap(result -> result.acquired() instanceof Acquired.Fresh fresh
                ? using(accountId, CachedToken.of(fresh.token(), result.version())) : Optional.of(result.acquired()));
    }

    /** Returns the token while it still serves; empty if it has expired. */
    private Optional<Acquired> using(UUID accountId, CachedToken known) {
        return switch (Freshness.at(clock.instant(), known.token(), config.refreshAhead())) {
            case FRESH -> Optional.of(new Acquired.Fresh(known.token()));
            case AGEING -> {
                refreshAhead(accountId, known);
                yield Optional.of(new Acquired.Fresh(known.token()));
            }
            case EXPIRED -> Optional.empty();
        };
    }

    private void refreshAhead(UUID accountId, CachedToken known) {
        Instant now = clock.instant();
        if (known.mayTryAt(now) && cache.postpone(accountId, known, now.plus(GrantPolicy.PAUSE_AFTER_FAILURE))) {
            refreshes.join(accountId, RefreshDemand.ANY_TOKEN);
        }
    }

    /**
     * Waits for the refresh. A caller beyond the permits is refused at once, so that other requests still get a thread. It
     * begins no refresh either: no more are under way for callers than callers may wait.
     */
    private Acquired await(UUID accountId, RefreshDemand demand, Instant until) {
        return within(waiting, () -> await(refreshes.join(accountId, demand), until));
    }

    private Acquired await(PendingRefresh pending, Instant until) {
        return within(pending.permits(), () -> timed(pending.result(), until));
    }

    private static Acquired within(Semaphore room, Supplier<Acquired> wait) {
        if (!room.tryAcquire()) {
            return new Acquired.Unavailable(GrantRefresh.RETRY_AFTER);
        }
        try {
            return wait.get();
        } finally {
            room.release();
        }
    }

    private Acquired timed(CompletableFuture<RefreshResult> pending, Instant until) {
        long begun = System.nanoTime();
        try {
            return outcome(pending, until);
        } finally {
            tally.waited(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private Acquired outcome(CompletableFuture<RefreshResult> pending, Instant until) {
        try {
            return pending.get(Duration.between(clock.instant(), until).toMillis(), TimeUnit.MILLISECONDS).acquired();
        } catch (TimeoutException tooLong) {
            return new Acquired.Unavailable(GrantRefresh.RETRY_AFTER);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Acquired.Unavailable(GrantRefresh.RETRY_AFTER);
        } catch (ExecutionException storageFailed) {
            throw new IllegalStateException("the grant cannot be read or written", storageFailed.getCause());
        }
    }
}
