package dev.holdfast.google.api;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How Google's Drive answered, told apart by status and machine-readable reason, never by texts. */
public sealed interface ApiAnswer<T> {

    record Found<T>(T value) implements ApiAnswer<T> {}

    /** 401: the access token is not, or no longer, accepted. */
    record Unauthorized<T>() implements ApiAnswer<T> {}

    /** 403 for want of a scope; {@code acceptable} as the challenge names them, normalised, often empty. */
    record ScopeInsufficient<T>(Set<String> acceptable) implements ApiAnswer<T> {}

    /** 403 for any other reason than a scope or a rate; {@code reason} is empty where Google gave none that is known. */
    record Forbidden<T>(Optional<ForbiddenReason> reason) implements ApiAnswer<T> {}

    /** 403 for every person: the API is not switched on for this installation's project at Google. */
    record NotEnabled<T>() implements ApiAnswer<T> {}

    /** This file has no content to give, or its export is over Google's limit. */
    record NotDownloadable<T>() implements ApiAnswer<T> {}

    record NotFound<T>() implements ApiAnswer<T> {}

    record BadRequest<T>() implements ApiAnswer<T> {}

    record RateLimited<T>(Duration retryAfter) implements ApiAnswer<T> {}

    /** An answer that makes no sense. */
    record Unusable<T>() implements ApiAnswer<T> {}

    record Unavailable<T>(Duration retryAfter) implements ApiAnswer<T> {}
}
