package dev.holdfast.google.token;

import java.util.Locale;

/** The states of the circuit breaker before Google's token endpoint, in the order of the numbers that operators see. */
public enum CircuitState {
    CLOSED,
    /** One call is under way, and decides. */
    HALF_OPEN,
    /** Calls are turned away for a few seconds; then the next one is let through. */
    OPEN;

    /** Returns the name that operators see, such as {@code half_open}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
