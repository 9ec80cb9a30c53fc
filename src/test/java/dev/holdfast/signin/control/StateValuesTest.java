package dev.holdfast.signin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.entity.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StateValuesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final StateValues states = Seals.states();

    @Test
    void freshWhenMadeAThousandTimesThenNothingRepeatsAndNothingCanBeGuessed() {
        List<String> made = IntStream.range(0, 1000).mapToObj(each -> states.fresh(NOW).reveal()).toList();

        assertTrue(made.stream().allMatch(state -> state.matches("[A-Za-z0-9_-]{43}")));
        assertEquals(1000, made.stream().map(state -> state.substring(0, 21)).collect(Collectors.toSet()).size());
    }

    @Test
    void madeAtWhenOursThenItsSecond() {
        assertEquals(Optional.of(NOW), states.madeAt(states.fresh(NOW.plusMillis(700))));
        Instant later = Instant.parse("2100-01-01T00:00:00Z");
        assertEquals(Optional.of(later), states.madeAt(states.fresh(later)));
    }

    @Test
    void madeAtWhenAnyCharacterIsChangedThenEmpty() {
        String state = states.fresh(NOW).reveal();
        for (int at = 0; at < state.length() - 1; at++) {
            char changed = state.charAt(at) == 'A' ? 'B' : 'A';
            assertEquals(Optional.empty(), states.madeAt(Secret.of(state.substring(0, at) + changed + state.substring(at + 1))));
        }
    }

    @Test
    void madeAtWhenNoneOfOursThenEmpty() {
        for (String foreign : List.of("", "x", "*", "A".repeat(43), "A".repeat(1000), Seals.states().fresh(NOW).reveal())) {
            assertEquals(Optional.empty(), states.madeAt(Secret.of(foreign)), foreign);
        }
    }
}
