package dev.holdfast.schedule.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private static final int MOST = 3;

    @Test
    void untilFewerWhenABatchIsNotFullThenItIsTheLast() {
        Queue<Integer> taken = new ArrayDeque<>(List.of(3, 3, 2, 3));

        assertEquals(8, Batches.untilFewer(MOST, most -> taken.remove()));

        assertEquals(List.of(3), List.copyOf(taken));
    }

    @Test
    void untilFewerWhenTheLastBatchIsFullThenOneMoreShowsThatNothingIsLeft() {
        Queue<Integer> taken = new ArrayDeque<>(List.of(3, 0));

        assertEquals(3, Batches.untilFewer(MOST, most -> taken.remove()));
    }

    @Test
    void untilFewerWhenTheServerStopsThenNoFurtherBatchBegins() {
        Queue<Integer> taken = new ArrayDeque<>(List.of(3));
        try {
            assertEquals(3, Batches.untilFewer(MOST, most -> {
                Thread.currentThread().interrupt();
                return taken.remove();
            }));
        } finally {
            Thread.interrupted();
        }
    }
}
