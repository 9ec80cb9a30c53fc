package dev.holdfast.google.token;

import java.util.Locale;

/** The circuit breaker before Google's token endpoint, in the order of the numbers under which operators see it. */
public enum CircuitState {
    CLOSED,
    /** One call is on its way, and decides. */
    HALF_OPEN,
    /** Nothing is asked for a few seconds, and then by the next call. */
    OPEN;

    /** {@code half_open}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
