package dev.holdfast.session.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.session.entity.EndedSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ended sessions that a node remembers, and the bound on their number. */
class EndedSessionsTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final EndedSessions ended = new EndedSessions();

    @Test
    void rememberWhenAHundredThousandEndThenEachIsKnownWithItsReason() {
        List<EndedSession> burst = burst(100_000, 0);

        ended.remember(burst);

        burst.forEach(each -> assertEquals(Optional.of(EndReason.ENDED_ELSEWHERE), ended.reasonOf(each.id())));
        assertFalse(ended.mayHaveForgotten(START.minusSeconds(600)));
        assertEquals(Optional.empty(), ended.reasonOf(UUID.randomUUID()));
    }

    /**
     * Each ended session is refused all the same: by its reason, or because its token is as old as one that was forgotten.
     */
    @Test
    void rememberWhenMoreEndThanFitThenNoneOfThemPassesAndNewTokensDo() {
        int most = 0;
        for (int part = 0; part < 10; part++) {
            ended.remember(burst(60_000, part * 60_000));
            most = Math.max(most, ended.size());
        }

        assertTrue(most <= EndedSessions.MOST, () -> ended.size() + " kept");
        burst(600_000, 0).forEach(each -> assertTrue(ended.reasonOf(each.id()).isPresent()
                || ended.mayHaveForgotten(each.at()), each::toString));
        assertFalse(ended.mayHaveForgotten(START.plusMillis(600_000)), "who refreshes now gets in");
    }

    @Test
    void rememberWhenAllEndInOneInstantThenTheBoundHoldsToo() {
        ended.remember(IntStream.range(0, EndedSessions.MOST + 1)
                .mapToObj(each -> new EndedSession(new UUID(0, each), EndReason.ENDED_ELSEWHERE, START)).toList());

        assertTrue(ended.size() <= EndedSessions.MOST);
        assertTrue(ended.mayHaveForgotten(START));
        assertFalse(ended.mayHaveForgotten(START.plusSeconds(1)));
    }

    @Test
    void rememberWhenReadAgainAfterItWasForgottenThenItStaysForgotten() {
        ended.remember(burst(EndedSessions.MOST + 1, 0));
        int kept = ended.size();

        ended.remember(burst(10_000, 0));

        assertEquals(kept, ended.size());
    }

    /** "About 25 MB" is a promise to operators. */
    @Test
    void rememberWhenFullThenItTakesAsMuchMemoryAsIsSaid() {
        long before = used();
        ended.remember(burst(EndedSessions.MOST, 0));
        long taken = used() - before;

        assertEquals(EndedSessions.MOST, ended.size());
        assertTrue(taken < 40L << 20, () -> (taken >> 20) + " MB");
    }

    @Test
    void forgetBeforeWhenNoTokenCanLiveThenItIsForgotten() {
        EndedSession old = burst(1, 0).get(0);
        ended.remember(List.of(old));

        ended.forgetBefore(START);
        assertTrue(ended.reasonOf(old.id()).isPresent());
        ended.forgetBefore(START.plusNanos(1));
        assertTrue(ended.reasonOf(old.id()).isEmpty());
    }

    /** Sessions that end one every millisecond. */
    private static List<EndedSession> burst(int size, int from) {
        return IntStream.range(from, from + size).mapToObj(each ->
                new EndedSession(new UUID(7, each), EndReason.ENDED_ELSEWHERE, START.plusMillis(each))).toList();
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
