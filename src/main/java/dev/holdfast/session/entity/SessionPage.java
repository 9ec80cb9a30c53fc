package dev.holdfast.session.entity;

import dev.holdfast.account.entity.PageCursor;
import java.util.List;
import java.util.Optional;

/** Some sessions of an account, the newest first, and where to go on; no cursor means that no older one is left. */
public record SessionPage(List<Session> sessions, Optional<PageCursor> next) {

    /** Of {@code limit + 1} sessions asked for, the last only tells whether there are more. */
    public static SessionPage of(List<Session> oneMore, int limit) {
        if (oneMore.size() <= limit) {
            return new SessionPage(List.copyOf(oneMore), Optional.empty());
        }
        List<Session> sessions = List.copyOf(oneMore.subList(0, limit));
        Session last = sessions.get(limit - 1);
        return new SessionPage(sessions, Optional.of(new PageCursor(last.createdAt(), last.id())));
    }
}
