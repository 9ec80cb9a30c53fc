package dev.holdfast.account.entity;

import java.util.List;
import java.util.Optional;

/** Some events of a timeline, newest first, and where to go on; no cursor means that nothing older is left. */
public record ActivityPage(List<ActivityEvent> events, Optional<PageCursor> next) {

    /** Of {@code limit + 1} events asked for, the last only tells whether there are more. */
    public static ActivityPage of(List<ActivityEvent> oneMore, int limit) {
        if (oneMore.size() <= limit) {
            return new ActivityPage(List.copyOf(oneMore), Optional.empty());
        }
        List<ActivityEvent> events = List.copyOf(oneMore.subList(0, limit));
        ActivityEvent last = events.get(limit - 1);
        return new ActivityPage(events, Optional.of(new PageCursor(last.at(), last.id())));
    }
}
