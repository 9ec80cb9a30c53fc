package dev.holdfast.account.control;

import dev.holdfast.account.entity.Activity;
import dev.holdfast.account.entity.ActivityEvent;
import dev.holdfast.account.entity.ActivityPage;
import dev.holdfast.account.entity.PageCursor;
import dev.holdfast.account.entity.ToldOrigin;
import dev.holdfast.storage.control.DatabaseTime;
import dev.holdfast.storage.control.OnceCommitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What happened to an account: told to its owner, and to the audit log in the same words. */
@ApplicationScoped
public class Timeline {

    @Inject AccountStore store;
    @Inject Requester requester;
    @Inject Event<Activity> kept;
    @Inject OnceCommitted committed;
    @Inject @DatabaseTime Clock clock;

    /**
     * What happens now, because of the request in hand if there is one: then from its address and browser, else from
     * those the activity names. Joins the caller's transaction: the event stands if and only if what it tells of does.
     */
    @Transactional
    public void record(Activity activity) {
        keep(fromRequester(activity), clock.instant());
    }

    /** What has happened by itself, at that time, and is noticed only now. */
    @Transactional
    public void recordAt(Activity activity, Instant at) {
        keep(activity, at);
    }

    /** Tells the audit log alone, once this is committed: the account's timeline is gone, or going. */
    @Transactional
    public void audit(Activity activity) {
        committed.run(() -> kept.fire(activity));
    }

    /** Where the request in hand comes from; empty in the background. */
    public Optional<ToldOrigin> origin() {
        try {
            return requester.origin();
        } catch (ContextNotActiveException inTheBackground) {
            return Optional.empty();
        }
    }

    /** Removes events of an erased account, {@code most} at the most; true if none is left. */
    @Transactional
    public boolean forget(UUID accountId, int most) {
        return store.removeActivityOf(accountId, most) < most;
    }

    /** Newest first; {@code before} absent means from the top. */
    @Transactional
    public ActivityPage page(UUID accountId, int limit, Optional<PageCursor> before) {
        List<ActivityEvent> oneMore = before
                .map(cursor -> store.newestBefore(accountId, cursor, limit + 1))
                .orElseGet(() -> store.newest(accountId, limit + 1));
        return ActivityPage.of(oneMore, limit);
    }

    private void keep(Activity activity, Instant at) {
        store.add(new ActivityEvent(UUID.randomUUID(), activity, at));
        committed.run(() -> kept.fire(activity));
    }

    private Activity fromRequester(Activity activity) {
        return origin().map(origin -> activity.from(origin.address(), origin.userAgent())).orElse(activity);
    }
}
