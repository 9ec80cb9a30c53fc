package dev.holdfast.google.wire;

import java.util.Optional;

/** An answer read to its end, within its limit. A class: a record would print the body, and bodies contain tokens. */
public final class Answer {

    private final int status;
    private final String body;
    private final Optional<String> retryAfter;
    private final Optional<String> challenge;
    private final Optional<String> date;

    Answer(int status, String body, Optional<String> retryAfter, Optional<String> challenge, Optional<String> date) {
        this.status = status;
        this.body = body;
        this.retryAfter = retryAfter;
        this.challenge = challenge;
        this.date = date;
    }

    public int status() {
        return status;
    }

    public String body() {
        return body;
    }

    /** Returns {@code Retry-After} (RFC 9110 section 10.2.3). */
    public Optional<String> retryAfter() {
        return retryAfter;
    }

    /** Returns {@code Date} (RFC 9110 section 6.6.1). */
    public Optional<String> date() {
        return date;
    }

    /** Returns {@code WWW-Authenticate} (RFC 6750 section 3). */
    public Optional<String> challenge() {
        return challenge;
    }
}
