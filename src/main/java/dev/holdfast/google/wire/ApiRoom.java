package dev.holdfast.google.wire;

import dev.holdfast.google.Capacity;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Limits the calls to Google's APIs under way at once on this node; each holds a thread and a connection. If Google does
 * not begin to answer within {@code holdfast.google.timeout}, the call moves to a patient place, or ends if none is free.
 * Slow answers therefore never take the places of fast ones.
 */
public final class ApiRoom {

    private final Semaphore prompt = new Semaphore(Capacity.API_CALLS);
    private final Semaphore patient = new Semaphore(Capacity.SLOW_API_CALLS);

    /** Takes a place, which the caller closes; empty if none is free now. */
    Optional<Place> enter() {
        return prompt.tryAcquire() ? Optional.of(new Place()) : Optional.empty();
    }

    /** The place of one call. */
    public final class Place implements AutoCloseable {

        private @Nullable Semaphore held = prompt;

        private Place() {}

        /** Moves the call to a patient place; false if none is free and the call has to end. */
        public synchronized boolean becomePatient() {
            if (held != prompt) {
                return true;
            }
            if (!patient.tryAcquire()) {
                return false;
            }
            prompt.release();
            held = patient;
            return true;
        }

        @Override
        public synchronized void close() {
            if (held != null) {
                held.release();
                held = null;
            }
        }
    }
}
