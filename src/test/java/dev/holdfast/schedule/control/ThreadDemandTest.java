package dev.holdfast.schedule.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.schedule.control.ThreadDemand.Look;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a pool gets more threads, and when fewer. */
class ThreadDemandTest {

    private static final int MOST = 500;
    private static final int LEAST = ThreadDemand.LEAST;

    private final ThreadDemand demand = new ThreadDemand(MOST);

    @BeforeEach
    void begin() {
        assertEquals(LEAST, demand.sizeAfter(new Look(MOST, 0, 0, 0)), "those of the start are given up at once");
    }

    @Test
    void sizeWhenTasksQueueAndNoneEndsThenAThreadForEachOfThem() {
        assertEquals(LEAST, demand.sizeAfter(new Look(LEAST, 100, LEAST, 0)), "a queue that has only just begun");
        assertEquals(LEAST + 100, demand.sizeAfter(new Look(LEAST, 100, LEAST, 0)));
    }

    @Test
    void sizeWhenFewTasksQueueThenSpareThreadsComeBesides() {
        demand.sizeAfter(new Look(LEAST, 1, LEAST, 0));

        assertEquals(LEAST + 16, demand.sizeAfter(new Look(LEAST, 1, LEAST, 1)));
    }

    @Test
    void sizeWhenTheQueueIsLongAndMovesFastThenItStays() {
        demand.sizeAfter(new Look(LEAST, 100, LEAST, 0));

        assertEquals(LEAST, demand.sizeAfter(new Look(LEAST, 100, LEAST, 101)));
        assertEquals(LEAST, demand.sizeAfter(new Look(LEAST, 100, LEAST, 202)));
    }

    @Test
    void sizeWhenOneThreadServesTheQueueOfAllOthersThenItGrows() {
        demand.sizeAfter(new Look(LEAST, 40, LEAST, 0));

        assertEquals(LEAST + 45, demand.sizeAfter(new Look(LEAST, 45, LEAST, 25)));
    }

    @Test
    void sizeWhenTheQueueWasEmptyInBetweenThenItStays() {
        demand.sizeAfter(new Look(LEAST, 5, LEAST, 0));
        demand.sizeAfter(new Look(LEAST, 0, LEAST, 5));

        assertEquals(LEAST, demand.sizeAfter(new Look(LEAST, 5, LEAST, 6)));
    }

    @Test
    void sizeWhenTasksAreOnTheirWayToIdleThreadsThenItStays() {
        demand.sizeAfter(new Look(LEAST, 5, LEAST - 1, 0));

        assertEquals(LEAST, demand.sizeAfter(new Look(LEAST, 5, LEAST - 1, 1)));
    }

    @Test
    void sizeWhenATaskStaysInTheQueueThoughThreadsAreIdleThenAnotherThreadComesForIt() {
        demand.sizeAfter(new Look(LEAST, 1, LEAST - 1, 7));

        assertEquals(LEAST + 16, demand.sizeAfter(new Look(LEAST, 1, LEAST - 1, 7)));
    }

    @Test
    void sizeWhenMoreQueueThanMayBeThenTheMost() {
        demand.sizeAfter(new Look(LEAST, 10_000, LEAST, 0));

        assertEquals(MOST, demand.sizeAfter(new Look(LEAST, 10_000, LEAST, 0)));
    }

    @Test
    void sizeWhenThreadsWereIdleForLongThenAsManyAsWereBusyAndSomeMore() {
        int size = 400;
        for (int look = 1; look < ThreadDemand.LOOKS; look++) {
            assertEquals(size, demand.sizeAfter(new Look(size, 0, look == 7 ? 200 : 3, look)));
        }

        assertEquals(216, demand.sizeAfter(new Look(size, 0, 3, 1000)));
    }

    @Test
    void sizeWhenItHasJustGrownThenItStaysForTheWholeTime() {
        quietly(ThreadDemand.LOOKS - 3, LEAST);
        demand.sizeAfter(new Look(LEAST, 100, LEAST, 0));
        int grown = demand.sizeAfter(new Look(LEAST, 100, LEAST, 0));

        quietly(ThreadDemand.LOOKS - 1, grown);

        assertEquals(LEAST + 16, demand.sizeAfter(new Look(grown, 0, 3, 0)), "those that were busy before it grew, and some");
    }

    @Test
    void sizeWhenAllIsQuietThenNeverFewerThanTheLeast() {
        quietly(ThreadDemand.LOOKS, LEAST);

        assertEquals(LEAST, demand.sizeAfter(new Look(LEAST, 0, 1, 0)));
    }

    @Test
    void sizeWhenThePoolIsSmallerThanTheLeastThenItIsLeftAlone() {
        ThreadDemand small = new ThreadDemand(8);

        assertEquals(8, small.sizeAfter(new Look(8, 0, 1, 0)));
        small.sizeAfter(new Look(8, 50, 8, 0));
        assertEquals(8, small.sizeAfter(new Look(8, 50, 8, 0)));
    }

    private void quietly(int looks, int size) {
        for (int look = 0; look < looks; look++) {
            assertEquals(size, demand.sizeAfter(new Look(size, 0, 3, 0)));
        }
    }
}
