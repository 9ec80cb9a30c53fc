package dev.holdfast.account.control;

import dev.holdfast.account.entity.Activity;
import dev.holdfast.account.entity.ActivityCursor;
import dev.holdfast.account.entity.ActivityEvent;
import dev.holdfast.account.entity.ActivityPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What happened to an account: told to its owner, and to the audit log in the same words. */
@ApplicationScoped
public class Timeline {

    @Inject AccountStore store;
    @Inject Clock clock;

    /** Joins the caller's transaction: the event stands if and only if what it tells of does. */
    @Transactional
    public void record(Activity activity) {
        store.add(new ActivityEvent(UUID.randomUUID(), activity, clock.instant()));
        AuditLog.told(activity);
    }

    /** Newest first; {@code before} absent means from the top. */
    @Transactional
    public ActivityPage page(UUID accountId, int limit, Optional<ActivityCursor> before) {
        List<ActivityEvent> oneMore = before
                .map(cursor -> store.newestBefore(accountId, cursor, limit + 1))
                .orElseGet(() -> store.newest(accountId, limit + 1));
        return ActivityPage.of(oneMore, limit);
    }
}
