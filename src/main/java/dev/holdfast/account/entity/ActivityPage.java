package dev.holdfast.account.entity;

import java.util.List;
import java.util.Optional;

/** A page of a timeline, newest first, and the cursor of the next page; without a cursor no older event is left. */
public record ActivityPage(List<ActivityEvent> events, Optional<PageCursor> next) {

    /** Returns the first {@code limit} of {@code limit + 1} requested events; an extra one shows that a page follows. */
    public static ActivityPage of(List<ActivityEvent> oneMore, int limit) {
        if (oneMore.size() <= limit) {
            return new ActivityPage(List.copyOf(oneMore), Optional.empty());
        }
        List<ActivityEvent> events = List.copyOf(oneMore.subList(0, limit));
        ActivityEvent last = events.get(limit - 1);
        return new ActivityPage(events, Optional.of(new PageCursor(last.at(), last.id())));
    }
}
