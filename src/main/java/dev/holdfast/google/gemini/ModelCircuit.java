package dev.holdfast.google.gemini;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Spares a model that does not answer: after {@value #FAILURES} failures in a row, no question is sent for {@link #PAUSE}. Then
 * one question is let through in each such time, until one of them is answered. It belongs to the model alone: other calls to
 * Google are neither counted nor stopped.
 */
final class ModelCircuit {

    static final int FAILURES = 5;
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final LongSupplier ticks;
    private int failures;
    private long openUntil;

    ModelCircuit(LongSupplier ticks) {
        this.ticks = ticks;
    }

    /** Returns how long to wait before the next question may be sent; empty if this one may be. */
    synchronized Optional<Duration> pause() {
        if (failures < FAILURES) {
            return Optional.empty();
        }
        long now = ticks.getAsLong();
        if (now - openUntil >= 0) {
            openUntil = now + PAUSE.toNanos();
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(openUntil - now));
    }

    synchronized void succeeded() {
        failures = 0;
    }

    /** Counts a failure; true if it is the one after which no more is sent. */
    synchronized boolean failed() {
        openUntil = ticks.getAsLong() + PAUSE.toNanos();
        failures = Math.min(failures + 1, FAILURES + 1);
        return failures == FAILURES;
    }
}
