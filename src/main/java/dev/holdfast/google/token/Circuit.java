package dev.holdfast.google.token;

/**
 * What the circuit breaker before the token endpoint is doing, as its calls show: MicroProfile Fault Tolerance tells
 * nobody. One call, let through while it was open, decides; those that were on their way before it opened do not.
 */
public final class Circuit {

    private volatile CircuitState state = CircuitState.CLOSED;

    public CircuitState state() {
        return state;
    }

    /** The breaker has turned a call away. */
    public synchronized void turnedAway() {
        if (state == CircuitState.CLOSED) {
            state = CircuitState.OPEN;
        }
    }

    /** The breaker has let a call through; it closes what it gets here. */
    synchronized Passage letThrough() {
        boolean trial = state == CircuitState.OPEN;
        if (trial) {
            state = CircuitState.HALF_OPEN;
        }
        return new Passage(trial);
    }

    private synchronized void decide(CircuitState after) {
        state = after;
    }

    final class Passage implements AutoCloseable {

        private final boolean trial;
        private CircuitState after = CircuitState.OPEN;

        private Passage(boolean trial) {
            this.trial = trial;
        }

        <T> T succeeded(T result) {
            after = CircuitState.CLOSED;
            return result;
        }

        @Override
        public void close() {
            if (trial) {
                decide(after);
            }
        }
    }
}
