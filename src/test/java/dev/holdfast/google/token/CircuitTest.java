package dev.holdfast.google.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Operators see what the breaker does, in whatever order its calls end. */
class CircuitTest {

    private final Circuit circuit = new Circuit();

    @Test
    void stateWhenNoCallWasTurnedAwayThenClosedWhateverFails() {
        circuit.letThrough().close();

        assertEquals(CircuitState.CLOSED, circuit.state());
    }

    @Test
    void stateWhenACallIsTurnedAwayThenOpen() {
        circuit.turnedAway();

        assertEquals(CircuitState.OPEN, circuit.state());
    }

    @Test
    void stateWhenOneIsLetThroughThenHalfOpenUntilItEndsHoweverManyAreTurnedAway() {
        circuit.turnedAway();
        Circuit.Passage trial = circuit.letThrough();
        circuit.turnedAway();
        assertEquals(CircuitState.HALF_OPEN, circuit.state());

        trial.succeeded("tokens");
        trial.close();

        assertEquals(CircuitState.CLOSED, circuit.state());
    }

    @Test
    void stateWhenTheTrialFailsThenOpenAgain() {
        circuit.turnedAway();

        circuit.letThrough().close();

        assertEquals(CircuitState.OPEN, circuit.state());
    }

    @Test
    void stateWhenACallFromBeforeItOpenedSucceedsThenStillOpen() {
        Circuit.Passage early = circuit.letThrough();
        circuit.turnedAway();

        early.succeeded("tokens");
        early.close();

        assertEquals(CircuitState.OPEN, circuit.state());
    }
}
