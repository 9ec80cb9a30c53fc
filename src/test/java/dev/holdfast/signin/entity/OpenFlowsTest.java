package dev.holdfast.signin.entity;

import static dev.holdfast.signin.entity.Begun.ELSEWHERE;
import static dev.holdfast.signin.entity.Begun.HERE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.signin.entity.OpenFlows.OpenFlow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenFlowsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void surplusWhenThreeAreOpenThenOneMoreFits() {
        List<OpenFlow> three = List.of(flow("a", 0, HERE), flow("b", 0, HERE), flow("c", 0, ELSEWHERE));

        assertEquals(Optional.of(List.of()), OpenFlows.surplus(three, HERE));
        assertEquals(Optional.of(List.of()), OpenFlows.surplus(three, ELSEWHERE));
    }

    @Test
    void surplusWhenFourAreOpenThenTheOldestGoes() {
        assertEquals(Optional.of(List.of("c")), OpenFlows.surplus(List.of(flow("a", 0, HERE), flow("b", 1, HERE),
                flow("c", 3, HERE), flow("d", 2, HERE)), HERE));
    }

    @Test
    void surplusWhenUnreadableThenThoseGoFirst() {
        List<OpenFlow> five = List.of(flow("a", 0, HERE), flow("b", 1, HERE), flow("c", 2, ELSEWHERE),
                flow("d", 3, ELSEWHERE), new OpenFlow("x", Instant.EPOCH, ELSEWHERE));

        assertEquals(Optional.of(List.of("x", "d")), OpenFlows.surplus(five, HERE));
    }

    @Test
    void surplusWhenAnotherSiteBeganOneThenItGoesBeforeAnOlderOneOfOurs() {
        assertEquals(Optional.of(List.of("b")), OpenFlows.surplus(List.of(flow("a", 9, HERE), flow("b", 1, ELSEWHERE),
                flow("c", 3, HERE), flow("d", 0, ELSEWHERE)), HERE));
    }

    /** With room for a fifth one, any page could displace a sign-in that is under way by four links. */
    @Test
    void surplusWhenAnotherSiteAsksAndFourAreOpenThenThereIsNoRoom() {
        List<OpenFlow> four = List.of(flow("a", 9, HERE), flow("b", 1, ELSEWHERE), flow("c", 3, ELSEWHERE),
                flow("d", 0, ELSEWHERE));

        assertEquals(Optional.empty(), OpenFlows.surplus(four, ELSEWHERE));
    }

    @Test
    void surplusWhenAnotherSiteAsksAndOneIsUnreadableThenThatOneGoes() {
        assertEquals(Optional.of(List.of("x")), OpenFlows.surplus(List.of(flow("a", 9, HERE), flow("b", 1, HERE),
                flow("c", 3, HERE), new OpenFlow("x", Instant.EPOCH, ELSEWHERE)), ELSEWHERE));
    }

    private static OpenFlow flow(String name, int age, Begun begun) {
        return new OpenFlow(name, NOW.minusSeconds(age), begun);
    }
}
