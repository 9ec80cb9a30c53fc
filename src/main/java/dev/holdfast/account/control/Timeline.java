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

/** The events of an account: shown to its owner, and written to the audit log in the same words. */
@ApplicationScoped
public class Timeline {

    @Inject AccountStore store;
    @Inject Requester requester;
    @Inject Event<Activity> kept;
    @Inject OnceCommitted committed;
    @Inject @DatabaseTime Clock clock;

    /**
     * Records an event that happens now. Its address and browser are those of the current request; without a request, those
     * that the activity names. Joins the caller's transaction: the event is recorded if and only if that commits.
     */
    @Transactional
    public void record(Activity activity) {
        keep(fromRequester(activity), clock.instant());
    }

    /** Records an event that happened without a request at {@code at} and is detected only now. */
    @Transactional
    public void recordAt(Activity activity, Instant at) {
        keep(activity, at);
    }

    /**
     * Writes the event to the audit log only, once this transaction is committed: the timeline is erased or being erased.
     */
    @Transactional
    public void audit(Activity activity) {
        committed.run(() -> kept.fire(activity));
    }

    /** The origin of the current request; empty in the background. */
    public Optional<ToldOrigin> origin() {
        try {
            return requester.origin();
        } catch (ContextNotActiveException inTheBackground) {
            return Optional.empty();
        }
    }

    /** Removes at most {@code most} events of an erased account; returns true if none is left. */
    @Transactional
    public boolean forget(UUID accountId, int most) {
        return store.removeActivityOf(accountId, most) < most;
    }

    /** Returns events, newest first; without {@code before}, from the newest on. */
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
