package dev.holdfast.google.wire;

import java.time.Duration;
import java.util.concurrent.Future;

/** Sees to it that a call whose answer does not begin for a while moves to the patient ones, or ends if there is no place. */
final class Patience implements AutoCloseable {

    private final Future<?> turn;
    private volatile boolean over;

    Patience(Wire wire, Duration prompt, ApiRoom.Place place, Runnable end) {
        turn = wire.after(prompt, () -> {
            if (!place.becomePatient()) {
                over = true;
                end.run();
            }
        });
    }

    boolean isOver() {
        return over;
    }

    /** The answer has begun, or the call has ended. */
    @Override
    public void close() {
        turn.cancel(false);
    }
}
