package dev.holdfast.schedule.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageTest {

    private final List<String> told = new ArrayList<>();
    private final Outage outage = new Outage(failure -> told.add(failure.getMessage()), () -> told.add("again"));

    @Test
    void failedWhenFailuresFollowEachOtherThenOnlyTheFirstIsReported() {
        outage.failed(new IllegalStateException("one"));
        outage.failed(new NoClassDefFoundError("two"));

        assertEquals(List.of("one"), told);
    }

    @Test
    void overWhenNothingHasFailedThenNothingIsReported() {
        outage.over();

        assertEquals(List.of(), told);
    }

    @Test
    void overWhenSuccessesFollowAFailureThenOnlyTheFirstIsReportedAndTheNextFailureIsNew() {
        outage.failed(new IllegalStateException("one"));
        outage.over();
        outage.over();
        outage.failed(new IllegalStateException("two"));

        assertEquals(List.of("one", "again", "two"), told);
    }

    @Test
    void overWhenTheEndIsNotReportedThenTheNextFailureIsNewAllTheSame() {
        Outage silent = new Outage(failure -> told.add(failure.getMessage()));

        silent.failed(new IllegalStateException("one"));
        silent.over();
        silent.failed(new IllegalStateException("two"));

        assertEquals(List.of("one", "two"), told);
    }
}
