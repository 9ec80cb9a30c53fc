package dev.holdfast.google.wire;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Measures how long Google takes and when it answered last, on this node since its start; for metrics and health. */
public final class CallWatch {

    /** Receives every call as it ends, on the caller's thread. */
    public interface Listener {
        void ended(GoogleCall call, CallEnd end, Duration took);
    }

    /** A call and how it ended. */
    private record Ended(GoogleCall call, CallEnd end) {}

    private final LongSupplier ticks;
    private final Map<Ended, Long> lastAt = new ConcurrentHashMap<>();
    private volatile Listener listener = (call, end, took) -> { };

    CallWatch(LongSupplier ticks) {
        this.ticks = ticks;
    }

    public void listen(Listener told) {
        listener = told;
    }

    /** Returns how long ago such a call last ended in this way. */
    public Optional<Duration> sinceLast(GoogleCall call, CallEnd end) {
        return Optional.ofNullable(lastAt.get(new Ended(call, end)))
                .map(at -> Duration.ofNanos(ticks.getAsLong() - at));
    }

    /** Begins a call. If it is closed before an end was reported, it has failed. */
    public Timing begin(GoogleCall call) {
        return new Timing(call, ticks.getAsLong());
    }

    public final class Timing implements AutoCloseable {

        private final GoogleCall call;
        private final long begun;
        private CallEnd end = CallEnd.FAILED;

        private Timing(GoogleCall call, long begun) {
            this.call = call;
            this.begun = begun;
        }

        public <T> T answered(T result) {
            return ended(CallEnd.ANSWERED, result);
        }

        public <T> T ended(CallEnd how, T result) {
            end = how;
            return result;
        }

        @Override
        public void close() {
            long now = ticks.getAsLong();
            lastAt.put(new Ended(call, end), now);
            listener.ended(call, end, Duration.ofNanos(now - begun));
        }
    }
}
