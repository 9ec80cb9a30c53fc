package dev.holdfast.signin.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenFlowsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void surplusWhenThreeAreOpenThenOneMoreFits() {
        assertEquals(List.of(), OpenFlows.surplus(Map.of("a", NOW, "b", NOW, "c", NOW)));
    }

    @Test
    void surplusWhenFourAreOpenThenTheOldestGoes() {
        assertEquals(List.of("c"), OpenFlows.surplus(Map.of("a", NOW, "b", NOW.minusSeconds(1),
                "c", NOW.minusSeconds(3), "d", NOW.minusSeconds(2))));
    }

    @Test
    void surplusWhenUnreadableThenThoseGoFirst() {
        assertEquals(List.of("d", "x"), OpenFlows.surplus(Map.of("a", NOW, "b", NOW.minusSeconds(1),
                "c", NOW.minusSeconds(2), "d", NOW.minusSeconds(3), "x", Instant.EPOCH)));
    }
}
