package dev.holdfast.signin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpentFlowsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final SpentFlows flows = new SpentFlows();

    @Test
    void takeExchangeWhenTwoWereTakenThenNoThird() {
        assertTrue(flows.takeExchange("a", NOW));
        assertTrue(flows.takeExchange("a", NOW));
        assertFalse(flows.takeExchange("a", NOW));
        assertFalse(flows.takeExchange("a", NOW.plusSeconds(599)));
        assertTrue(flows.takeExchange("b", NOW));
    }

    @Test
    void giveBackWhenAnExchangeWasNotSentThenAnotherMayBe() {
        assertTrue(flows.takeExchange("a", NOW));
        assertTrue(flows.takeExchange("a", NOW));
        assertFalse(flows.takeExchange("a", NOW));
        flows.giveBack("a");
        flows.giveBack("unknown");

        assertTrue(flows.takeExchange("a", NOW));
        assertFalse(flows.takeExchange("a", NOW));
        assertTrue(flows.isSpent("a", NOW));
    }

    @Test
    void takeExchangeWhenManyComeAtOnceThenTwo() {
        assertEquals(2, IntStream.range(0, 1000).parallel().filter(each -> flows.takeExchange("a", NOW)).count());
    }

    @Test
    void isSpentWhenAnAnswerHasComeThenForTenMinutes() {
        flows.note("a", NOW);
        flows.takeExchange("b", NOW);

        assertTrue(flows.isSpent("a", NOW.plusSeconds(599)));
        assertTrue(flows.isSpent("b", NOW.plusSeconds(599)));
        assertFalse(flows.isSpent("a", NOW.plusSeconds(600)));
        assertFalse(flows.isSpent("c", NOW));
    }

    @Test
    void noteWhenTenMinutesAreOverThenTheFlowIsForgotten() {
        flows.note("a", NOW);
        flows.note("b", NOW.plusSeconds(600));

        assertEquals(1, flows.size());
    }

    @Test
    void noteWhenThereAreTooManyThenTheOldestIsForgotten() {
        IntStream.range(0, SpentFlows.MOST + 10).forEach(flow -> flows.note("flow" + flow, NOW));

        assertEquals(SpentFlows.MOST, flows.size());
        assertFalse(flows.isSpent("flow0", NOW));
        assertTrue(flows.isSpent("flow" + (SpentFlows.MOST + 9), NOW));
    }
}
