package dev.holdfast.session.control;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.control.Timeline;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.session.entity.MarkedAccount;
import dev.holdfast.session.entity.Session;
import dev.holdfast.session.entity.SessionEnding;
import dev.holdfast.storage.control.DatabaseTime;
import dev.holdfast.storage.control.OnceCommitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends many sessions of an account in bounded transactions. The caller's transaction ends a page of at most
 * {@value #PAGE}. If there are more, it leaves a mark. From the mark's commit on, all of them are over for refreshes and
 * protected requests on every node, and {@link EndingJob} writes the ends to their rows.
 */
@ApplicationScoped
@Transactional
class SessionEndings {

    static final int PAGE = 100;

    private static final int FORGOTTEN_PAGE = 500;
    private static final UUID NO_SESSION = new UUID(0, 0);

    @Inject SessionStore store;
    @Inject SessionEndingStore endings;
    @Inject SessionEnds ends;
    @Inject SessionConfig config;
    @Inject Accounts accounts;
    @Inject Timeline timeline;
    @Inject Event<EndingMarked> marks;
    @Inject OnceCommitted committed;
    @Inject @DatabaseTime Clock clock;

    /** Ends all sessions that have begun by now, except {@code kept}. */
    void endAll(UUID accountId, Optional<UUID> kept, EndReason reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        endAll(accountId, kept, reason, store.latestBeginningOf(accountId).filter(now::isBefore).orElse(now), now);
    }

    /** Ends the sessions that have begun by that time; one that has begun later goes on. */
    void endBegunBy(UUID accountId, Instant begunBy, EndReason reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        endAll(accountId, Optional.empty(), reason, begunBy.truncatedTo(ChronoUnit.MICROS), now);
    }

    private void endAll(UUID accountId, Optional<UUID> kept, EndReason reason, Instant until, Instant now) {
        List<SessionEnding> marked = endings.of(accountId).stream().filter(mark -> !mark.isBeyondLimit()).toList();
        SessionEnding ending = SessionEnding.ofAll(accountId, kept, reason, until, now, timeline.origin());
        // Sessions under an existing mark end first, for the reason of that mark: so this ending becomes a mark too.
        if (!marked.isEmpty() || !page(ending)) {
            mark(marked.stream().filter(mark -> mark.isLike(ending)).findFirst(), ending, until);
        }
    }

    private void mark(Optional<SessionEnding> alike, SessionEnding ending, Instant until) {
        boolean extended = alike.filter(known -> endings.extend(known, until)).isPresent();
        if (!extended) {
            endings.insert(ending);
        }
        UUID id = extended ? alike.get().id() : ending.id();
        tell(new EndingMarked(Optional.of(new MarkedAccount(ending.accountId(), id, until))));
    }

    /**
     * Makes room for one more session within {@code holdfast.session.most-per-account} by ending the least recently used
     * ones. The caller must have locked the account, so that concurrent sign-ins of one account run one after the other
     * and count right. The caller must not have written the new row yet. On Derby the count waits for rows that other
     * transactions write; a caller that held a row for which they wait could deadlock with them.
     */
    void makeRoom(UUID accountId) {
        if (!pageBeyondLimit(accountId, 1)
                && endings.of(accountId).stream().noneMatch(SessionEnding::isBeyondLimit)) {
            endings.insert(SessionEnding.beyondLimit(accountId, clock.instant()));
            tell(new EndingMarked(Optional.empty()));
        }
    }

    /** Returns the earliest start time, from now on, that no mark of the account covers. */
    Instant beginningOfNext(UUID accountId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return endings.latestCovered(accountId).map(covered -> covered.plus(1, ChronoUnit.MICROS)).filter(now::isBefore)
                .orElse(now);
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<UUID> due(int most) {
        return endings.due(clock.instant(), most);
    }

    /** Leases a mark to this node until {@code until}; true for only one of the nodes that try. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean take(UUID endingId, Instant until) {
        return endings.take(endingId, clock.instant(), until);
    }

    @Transactional(TxType.REQUIRES_NEW)
    void release(UUID endingId) {
        endings.release(endingId);
    }

    /** Writes the next page to the rows; true if nothing is left to write, and then the mark is deleted. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean goOn(UUID endingId) {
        Optional<SessionEnding> found = endings.find(endingId);
        boolean finished = found.map(this::nextPage).orElse(true);
        if (finished) {
            found.ifPresent(endings::delete);
        }
        return finished;
    }

    private boolean nextPage(SessionEnding ending) {
        if (!ending.isBeyondLimit()) {
            return page(ending);
        }
        return accounts.lock(ending.accountId()).isEmpty() || pageBeyondLimit(ending.accountId(), 0);
    }

    private boolean page(SessionEnding ending) {
        List<Session> oneMore = store.unendedUnder(ending, PAGE + 1);
        ends.endPage(oneMore.subList(0, Math.min(PAGE, oneMore.size())), ending);
        return oneMore.size() <= PAGE && (!ending.isErasing() || forget(ending.accountId()));
    }

    /** Clears the session rows before the timeline: until the rows are cleared, ends may still be recorded there. */
    private boolean forget(UUID accountId) {
        return store.forgetAccount(accountId, FORGOTTEN_PAGE) && timeline.forget(accountId, FORGOTTEN_PAGE);
    }

    private boolean pageBeyondLimit(UUID accountId, int toCome) {
        Instant now = clock.instant();
        long beyond = store.countLiveOf(accountId, now) + toCome - config.mostPerAccount();
        if (beyond > 0) {
            int most = (int) Math.min(beyond, PAGE);
            ends.endPage(store.leastRecentlyUsed(accountId, NO_SESSION, now, most), SessionEnding.ofAll(accountId,
                    Optional.empty(), EndReason.ENDED_ELSEWHERE, now, now, timeline.origin()));
        }
        return beyond <= PAGE;
    }

    private void tell(EndingMarked marked) {
        committed.run(() -> marks.fire(marked));
    }
}
