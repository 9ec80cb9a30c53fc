package dev.holdfast.google.control;

import java.util.Optional;

/** An answer read to its end, within its cap. A class, because a record would print the body and bodies hold tokens. */
final class Answer {

    private final int status;
    private final String body;
    private final Optional<String> retryAfter;
    private final Optional<String> challenge;

    Answer(int status, String body, Optional<String> retryAfter, Optional<String> challenge) {
        this.status = status;
        this.body = body;
        this.retryAfter = retryAfter;
        this.challenge = challenge;
    }

    int status() {
        return status;
    }

    String body() {
        return body;
    }

    /** {@code Retry-After} (RFC 9110 section 10.2.3). */
    Optional<String> retryAfter() {
        return retryAfter;
    }

    /** {@code WWW-Authenticate} (RFC 6750 section 3). */
    Optional<String> challenge() {
        return challenge;
    }
}
