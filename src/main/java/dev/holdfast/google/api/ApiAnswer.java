package dev.holdfast.google.api;

import dev.holdfast.google.wire.CallEnd;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** An answer of a Google API, classified by status and machine-readable reason, never by text. */
public sealed interface ApiAnswer<T> {

    record Found<T>(T value) implements ApiAnswer<T> {}

    /** 401: the API does not, or no longer, accept the access token. */
    record Unauthorized<T>() implements ApiAnswer<T> {}

    /** 403: the token lacks a scope. {@code acceptable}: the scopes that the challenge names, normalised, often empty. */
    record ScopeInsufficient<T>(Set<String> acceptable) implements ApiAnswer<T> {}

    /** 403 that no other case covers; {@code reason} is empty if Google gave none that Holdfast knows. */
    record Forbidden<T>(Optional<ForbiddenReason> reason) implements ApiAnswer<T> {}

    /** 403 for every person: the API is not enabled in this installation's project at Google. */
    record NotEnabled<T>() implements ApiAnswer<T> {}

    /** The file has no content to download, or its export exceeds Google's limit. */
    record NotDownloadable<T>() implements ApiAnswer<T> {}

    record NotFound<T>() implements ApiAnswer<T> {}

    record BadRequest<T>() implements ApiAnswer<T> {}

    record RateLimited<T>(Duration retryAfter) implements ApiAnswer<T> {}

    /** An answer that cannot be interpreted. */
    record Unusable<T>() implements ApiAnswer<T> {}

    record Unavailable<T>(Duration retryAfter) implements ApiAnswer<T> {}

    /** Returns the outcome of the call, as far as operators distinguish it. */
    default CallEnd end() {
        if (this instanceof RateLimited) {
            return CallEnd.LIMITED;
        }
        return this instanceof Unavailable || this instanceof Unusable ? CallEnd.FAILED : CallEnd.ANSWERED;
    }
}
