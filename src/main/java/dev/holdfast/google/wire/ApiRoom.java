package dev.holdfast.google.wire;

import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * How many calls of Google's APIs may be on their way at once on this node. Each holds a thread and a connection. A call that
 * Google has not begun to answer within {@code holdfast.google.timeout} moves to a place among the patient ones, or ends if
 * there is none: answers that take a minute never fill the room of those that take a moment.
 */
public final class ApiRoom {

    static final int PROMPT = 200;
    public static final int PATIENT = 96;

    private final Semaphore prompt = new Semaphore(PROMPT);
    private final Semaphore patient = new Semaphore(PATIENT);

    /** Empty: there is no room now. The caller closes the place. */
    Optional<Place> enter() {
        return prompt.tryAcquire() ? Optional.of(new Place()) : Optional.empty();
    }

    /** Of one call. */
    public final class Place implements AutoCloseable {

        private Semaphore held = prompt;

        private Place() {}

        /** False: there is no place among the patient ones, and the call has to end. */
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
