package dev.holdfast.google.token;

/**
 * The state of the circuit breaker before the token endpoint, derived from its calls, because MicroProfile Fault
 * Tolerance does not tell it. One call, let through while the breaker was open, decides; calls that began before it
 * opened do not.
 */
public final class ObservedCircuit {

    private volatile CircuitState state = CircuitState.CLOSED;

    public CircuitState state() {
        return state;
    }

    /** Records that the breaker has turned a call away. */
    public synchronized void turnedAway() {
        if (state == CircuitState.CLOSED) {
            state = CircuitState.OPEN;
        }
    }

    /** Records that the breaker has let a call through; the call closes the passage when it ends. */
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
