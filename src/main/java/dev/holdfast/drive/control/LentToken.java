package dev.holdfast.drive.control;

import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.custody.refresh.GoogleTokenManager;
import dev.holdfast.drive.entity.DriveNeed;
import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.api.CallSeats;
import dev.holdfast.google.token.AccessToken;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The Google access token of one request to us. If Drive answers 401, one forced refresh replaces the token and the call
 * is repeated once. That happens at most once in a request, and never after a 403. Not thread-safe.
 */
final class LentToken {

    private static final Duration WHEN_THERE_IS_ROOM = Duration.ofSeconds(5);

    private final GoogleTokenManager tokens;
    private final UUID accountId;
    private final Set<String> configuredScopes;
    private final CallSeats seats;
    private Acquired acquired;
    private boolean replaced;
    private boolean reread;

    LentToken(GoogleTokenManager tokens, UUID accountId, Set<String> configuredScopes, CallSeats seats) {
        this.tokens = tokens;
        this.accountId = accountId;
        this.configuredScopes = configuredScopes;
        this.seats = seats;
        this.acquired = tokens.acquire(accountId);
    }

    <T> DriveOutcome<T> call(DriveNeed need, Function<AccessToken, ApiAnswer<T>> call) {
        if (!(acquired instanceof Acquired.Fresh fresh)) {
            return new DriveOutcome.NoToken<>(acquired);
        }
        if (!need.isMetBy(fresh.token().scopes())) {
            return beyond(fresh.token(), need, call);
        }
        ApiAnswer<T> answer = seated(fresh.token(), call);
        if (answer instanceof ApiAnswer.Unauthorized && !replaced) {
            replaced = true;
            acquired = tokens.acquireInsteadOf(accountId, fresh.token());
            return call(need, call);
        }
        return outcomeOf(answer, need);
    }

    private <T> ApiAnswer<T> seated(AccessToken token, Function<AccessToken, ApiAnswer<T>> call) {
        try (CallSeats.Seat seat = seats.take(accountId).orElse(null)) {
            return seat == null ? new ApiAnswer.Unavailable<>(WHEN_THERE_IS_ROOM) : call.apply(token);
        }
    }

    /**
     * Reads the grant again, once, before it reports a missing scope: the person may just have consented at another node.
     */
    private <T> DriveOutcome<T> beyond(AccessToken known, DriveNeed need, Function<AccessToken, ApiAnswer<T>> call) {
        if (reread) {
            return new DriveOutcome.ScopeMissing<>(need.scopeToAsk(configuredScopes));
        }
        reread = true;
        acquired = tokens.acquireBeyond(accountId, known);
        return call(need, call);
    }

    private <T> DriveOutcome<T> outcomeOf(ApiAnswer<T> answer, DriveNeed need) {
        if (answer instanceof ApiAnswer.Found<T> found) {
            return new DriveOutcome.Done<>(found.value());
        }
        return answer instanceof ApiAnswer.ScopeInsufficient
                ? new DriveOutcome.ScopeMissing<>(need.scopeToAsk(configuredScopes)) : new DriveOutcome.Refused<>(answer);
    }
}
