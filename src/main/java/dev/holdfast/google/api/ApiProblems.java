package dev.holdfast.google.api;

import com.google.api.client.http.HttpResponseException;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Translates refusals by Google's APIs into the contract's problems; all of these APIs refuse in the same form. */
@ApplicationScoped
public class ApiProblems {

    private static final Duration AFTER_SILENCE = Duration.ofSeconds(5);

    private GoogleConfig config;
    private Clock clock;

    protected ApiProblems() {}

    @Inject
    public ApiProblems(GoogleConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Returns the problem for a refusal that an API client threw. */
    public Problem of(HttpResponseException thrown) {
        return of(thrown, Set.of());
    }

    /**
     * Returns the problem for a refusal of a call that needs these scopes. They are the missing ones if Google misses a scope
     * and does not say which.
     */
    public Problem of(HttpResponseException thrown, Set<String> needed) {
        ApiRefusal refusal = new ApiRefusal(thrown.getStatusCode(), Optional.ofNullable(thrown.getContent()).orElse(""),
                Optional.ofNullable(thrown.getHeaders().getAuthenticate()).orElse(""),
                RetryAfter.at(clock.instant(), Optional.ofNullable(thrown.getHeaders().getRetryAfter())));
        ApiAnswer<?> answer = refusal.answer();
        return answer instanceof ApiAnswer.ScopeInsufficient<?> insufficient
                ? scopeMissing(insufficient.acceptable(), needed) : of(answer);
    }

    /** Returns the problem for a call that got no answer. */
    public Problem of(GoogleTrouble trouble) {
        return Problem.of(ProblemCode.GOOGLE_UNAVAILABLE).withRetryAfter(AFTER_SILENCE);
    }

    /** Returns the problem for an answer. A 401 after a forced refresh counts like an answer that cannot be interpreted. */
    public static Problem of(ApiAnswer<?> answer) {
        if (answer instanceof ApiAnswer.RateLimited<?> limited) {
            return Problem.of(ProblemCode.GOOGLE_RATE_LIMITED).withRetryAfter(limited.retryAfter());
        }
        if (answer instanceof ApiAnswer.Unavailable<?> unavailable) {
            return Problem.of(ProblemCode.GOOGLE_UNAVAILABLE).withRetryAfter(unavailable.retryAfter());
        }
        if (answer instanceof ApiAnswer.Forbidden<?> forbidden) {
            return Problem.of(ProblemCode.GOOGLE_FORBIDDEN)
                    .withGoogleReason(forbidden.reason().map(ForbiddenReason::code).orElse(null));
        }
        if (answer instanceof ApiAnswer.NotEnabled) {
            return Problem.of(ProblemCode.GOOGLE_NOT_ENABLED);
        }
        if (answer instanceof ApiAnswer.NotDownloadable) {
            return Problem.of(ProblemCode.NOT_DOWNLOADABLE);
        }
        if (answer instanceof ApiAnswer.NotFound) {
            return Problem.of(ProblemCode.NOT_FOUND);
        }
        return Problem.of(answer instanceof ApiAnswer.BadRequest ? ProblemCode.INVALID_REQUEST : ProblemCode.GOOGLE_ERROR);
    }

    /** Returns the problem for an answer about a file; a person whom Google forbids the file is shown its link at Google. */
    public static Problem of(ApiAnswer<?> answer, Optional<String> webViewLink) {
        Problem problem = of(answer);
        return problem.code() == ProblemCode.GOOGLE_FORBIDDEN ? problem.withWebViewLink(webViewLink.orElse(null)) : problem;
    }

    /** Names the first acceptable scope that this installation can request: any one of them suffices. */
    private Problem scopeMissing(Set<String> acceptable, Set<String> needed) {
        if (acceptable.isEmpty() && !needed.isEmpty()) {
            return Problem.of(ProblemCode.GOOGLE_SCOPE_MISSING)
                    .withMissingScopes(needed.stream().sorted().toList(), Problem.HOME);
        }
        return config.askableScopes().stream().filter(acceptable::contains).findFirst()
                .map(scope -> Problem.of(ProblemCode.GOOGLE_SCOPE_MISSING).withMissingScopes(List.of(scope), Problem.HOME))
                .orElseGet(() -> Problem.of(ProblemCode.GOOGLE_FORBIDDEN));
    }
}
