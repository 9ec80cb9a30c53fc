package dev.holdfast.google.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A model that does not answer is spared, and asked again in time. */
class ModelCircuitTest {

    private long now = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();
    private final ModelCircuit circuit = new ModelCircuit(() -> now);

    @Test
    void pauseWhenItFailsNowAndThenThenNone() {
        for (int round = 0; round < 3 * ModelCircuit.FAILURES; round++) {
            assertEquals(Optional.empty(), circuit.pause());
            assertFalse(circuit.failed());
            circuit.succeeded();
        }
    }

    @Test
    void pauseWhenItFailsAgainAndAgainThenOneQuestionInEachPause() {
        fail(ModelCircuit.FAILURES);
        assertEquals(Optional.of(ModelCircuit.PAUSE), circuit.pause());

        pass(ModelCircuit.PAUSE.minusMillis(1));
        assertEquals(Optional.of(Duration.ofMillis(1)), circuit.pause());
        pass(Duration.ofMillis(1));

        assertEquals(Optional.empty(), circuit.pause(), "the trial");
        assertEquals(Optional.of(ModelCircuit.PAUSE), circuit.pause(), "the next one");
    }

    @Test
    void pauseWhenTheTrialSucceedsThenNoneAndWhenItFailsThenOneMore() {
        fail(ModelCircuit.FAILURES);
        pass(ModelCircuit.PAUSE);
        circuit.pause();
        assertFalse(circuit.failed(), "it is told once");
        assertEquals(Optional.of(ModelCircuit.PAUSE), circuit.pause());

        circuit.succeeded();
        assertEquals(Optional.empty(), circuit.pause());
    }

    private void fail(int times) {
        for (int failure = 1; failure < times; failure++) {
            assertFalse(circuit.failed());
        }
        assertTrue(circuit.failed());
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
