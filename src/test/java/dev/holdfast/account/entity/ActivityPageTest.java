package dev.holdfast.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActivityPageTest {

    @Test
    void ofWhenMoreThanLimitThenCursorNamesTheLastShown() {
        List<ActivityEvent> events = events(3);

        ActivityPage page = ActivityPage.of(events, 2);

        assertEquals(events.subList(0, 2), page.events());
        assertEquals(Optional.of(new PageCursor(events.get(1).at(), events.get(1).id())), page.next());
    }

    @Test
    void ofWhenExactlyLimitThenNothingMore() {
        ActivityPage page = ActivityPage.of(events(2), 2);

        assertEquals(2, page.events().size());
        assertTrue(page.next().isEmpty());
    }

    private static List<ActivityEvent> events(int count) {
        Instant now = Instant.parse("2026-11-23T12:00:00Z");
        Activity activity = Activity.of(UUID.randomUUID(), ActivityType.SIGNED_IN);
        return IntStream.range(0, count)
                .mapToObj(index -> new ActivityEvent(UUID.randomUUID(), activity, now.minusSeconds(index))).toList();
    }
}
