package dev.holdfast.google.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Operators see what the breaker does, in whatever order its calls end. */
class ObservedCircuitTest {

    private final ObservedCircuit circuit = new ObservedCircuit();

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
        ObservedCircuit.Passage trial = circuit.letThrough();
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
        ObservedCircuit.Passage early = circuit.letThrough();
        circuit.turnedAway();

        early.succeeded("tokens");
        early.close();

        assertEquals(CircuitState.OPEN, circuit.state());
    }
}
