package dev.holdfast.session.entity;

import dev.holdfast.account.entity.PageCursor;
import java.util.List;
import java.util.Optional;

/** A page of an account's sessions, the newest first, with the cursor of the next page; no cursor on the last page. */
public record SessionPage(List<Session> sessions, Optional<PageCursor> next) {

    /** Makes a page of the result of a query for {@code limit + 1} sessions: an extra one only tells that there are more. */
    public static SessionPage of(List<Session> oneMore, int limit) {
        if (oneMore.size() <= limit) {
            return new SessionPage(List.copyOf(oneMore), Optional.empty());
        }
        List<Session> sessions = List.copyOf(oneMore.subList(0, limit));
        Session last = sessions.get(limit - 1);
        return new SessionPage(sessions, Optional.of(new PageCursor(last.createdAt(), last.id())));
    }
}
