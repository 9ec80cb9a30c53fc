package dev.holdfast.google.api;

import dev.holdfast.google.Scopes;
import dev.holdfast.google.wire.Answer;
import dev.holdfast.google.wire.JsonBody;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An unsuccessful answer of a Google API, classified by status and by the machine-readable reasons in
 * {@code error.errors[].reason}, {@code error.details[].reason} and the challenge (Drive API, "Resolve errors"; RFC 6750
 * section 3.1).
 */
public record ApiRefusal(int status, String body, String challenge, Duration retryAfter) {

    private static final Set<String> SCOPE = Set.of("insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT");
    private static final Set<String> RATE = Set.of("rateLimitExceeded", "userRateLimitExceeded", "dailyLimitExceeded",
            "sharingRateLimitExceeded", "quotaExceeded", "concurrentLimitExceeded", "servingLimitExceeded",
            "rateLimitExceededUnreg", "userRateLimitExceededUnreg", "dailyLimitExceededUnreg", "RATE_LIMIT_EXCEEDED",
            "RESOURCE_QUOTA_EXCEEDED");
    private static final Set<String> NO_CONTENT =
            Set.of("exportSizeLimitExceeded", "fileNotDownloadable", "fileNotExportable");
    private static final Set<String> NOT_ENABLED = Set.of("accessNotConfigured", "SERVICE_DISABLED");
    private static final Pattern CHALLENGE_SCOPE = Pattern.compile("(?:^|[\\s,])scope=\"([^\"]*)\"");

    /** Creates the refusal in an answer that has come now. */
    public static ApiRefusal of(Answer answer, Instant now) {
        return new ApiRefusal(answer.status(), answer.body(), answer.challenge().orElse(""),
                RetryAfter.at(now, answer.retryAfter()));
    }

    public <T> ApiAnswer<T> answer() {
        return switch (status) {
            case 400 -> new ApiAnswer.BadRequest<>();
            case 401 -> new ApiAnswer.Unauthorized<>();
            case 403 -> forbidden();
            case 404 -> new ApiAnswer.NotFound<>();
            case 408 -> new ApiAnswer.Unavailable<>(retryAfter);
            case 429 -> new ApiAnswer.RateLimited<>(retryAfter);
            default -> status >= 500 ? new ApiAnswer.Unavailable<>(retryAfter) : new ApiAnswer.Unusable<>();
        };
    }

    /** Tells whether the project has not enabled the API: the operator can change that, the person cannot. */
    public boolean isForWantOfTheApi() {
        return answer() instanceof ApiAnswer.NotEnabled;
    }

    /** Returns the API that Google names in the refusal ({@code google.rpc.ErrorInfo}, {@code metadata.service}). */
    public Optional<ApiName> service() {
        return details().map(entry -> entry.get("metadata"))
                .map(metadata -> metadata instanceof Map<?, ?> members ? members.get("service") : null)
                .filter(String.class::isInstance).map(String.class::cast)
                .flatMap(told -> ApiName.ofService(told).stream()).findFirst();
    }

    /** Returns the objects in {@code error.details}. */
    public Stream<Map<?, ?>> details() {
        return entries("details");
    }

    @Override
    public String toString() {
        return "ApiRefusal[" + status + "]";
    }

    private <T> ApiAnswer<T> forbidden() {
        Set<String> reasons = reasons();
        if (challenge.contains("insufficient_scope") || reasons.stream().anyMatch(SCOPE::contains)) {
            return new ApiAnswer.ScopeInsufficient<>(acceptableScopes());
        }
        if (reasons.stream().anyMatch(NOT_ENABLED::contains)) {
            return new ApiAnswer.NotEnabled<>();
        }
        if (reasons.stream().anyMatch(RATE::contains)) {
            return new ApiAnswer.RateLimited<>(retryAfter);
        }
        return reasons.stream().anyMatch(NO_CONTENT::contains)
                ? new ApiAnswer.NotDownloadable<>() : new ApiAnswer.Forbidden<>(ForbiddenReason.among(reasons));
    }

    private Set<String> acceptableScopes() {
        Matcher scope = CHALLENGE_SCOPE.matcher(challenge);
        return scope.find() ? Scopes.parse(scope.group(1)) : Set.of();
    }

    private Set<String> reasons() {
        return entries("errors", "details").map(entry -> entry.get("reason"))
                .filter(String.class::isInstance).map(String.class::cast)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Map<?, ?>> entries(String... lists) {
        return JsonBody.members(body).map(members -> members.get("error")).stream()
                .flatMap(error -> error instanceof Map<?, ?> members ? Stream.of(lists).map(members::get) : Stream.empty())
                .flatMap(list -> list instanceof List<?> entries ? entries.stream() : Stream.empty())
                .flatMap(entry -> entry instanceof Map<?, ?> members ? Stream.of(members) : Stream.empty());
    }
}
