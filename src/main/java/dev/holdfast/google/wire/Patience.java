package dev.holdfast.google.wire;

import java.time.Duration;
import java.util.concurrent.Future;

/** Moves a call whose answer does not begin in time to a patient place, or ends it if none is free. */
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

    /** Stops the wait: the answer has begun, or the call has ended. */
    @Override
    public void close() {
        turn.cancel(false);
    }
}
