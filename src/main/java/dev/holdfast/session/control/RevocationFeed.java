package dev.holdfast.session.control;

import dev.holdfast.schedule.control.Outage;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.session.entity.EndedSession;
import dev.holdfast.session.entity.FeedPlace;
import dev.holdfast.session.entity.MarkedAccount;
import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.storage.control.DatabaseTime;
import dev.holdfast.storage.control.OpenTransactions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Learns which sessions ended on other nodes, by small queries a few times a second. Rows commit out of order, so the
 * feed reads in overlapping laps. Each lap starts at the time at which the earliest transaction began that was open when
 * the previous lap started. A lap is usually one short page. After very many ends at once a lap takes several polls, and
 * each poll also reads the newest ends ahead of it. No query returns more than {@value #PAGE} rows.
 */
@ApplicationScoped
public class RevocationFeed {

    static final int PAGE = 1000;
    static final int PAGES_OF_A_LAP = 5;

    /** The most by which a node's estimate of the database time may be wrong. */
    static final Duration SLACK = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final UUID FIRST = new UUID(0, 0);

    @Inject SessionReads reads;
    @Inject OpenTransactions transactions;
    @Inject EndedSessions ended;
    @Inject MarkedAccounts marked;
    @Inject EndedAgainJob again;
    @Inject SessionConfig config;
    @Inject @DatabaseTime Clock clock;
    @Inject Schedule schedule;

    /** A monotonic clock, so that a change of the system time can neither hide nor fake a feed that hangs. */
    LongSupplier ticks = System::nanoTime;

    private volatile long currentAt;
    private FeedPlace front;
    private FeedPlace lap;
    private @Nullable Instant nextLapFrom;
    private @Nullable Instant server;
    private final Outage outage = new Outage(SessionLog::feedNotRead, SessionLog::feedReadAgain);

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        readAll();
        schedule.every(PAUSE, PAUSE, this::poll, outage::failed);
    }

    /** Whether the last successful read began less than {@code holdfast.session.feed-tolerance} ago. */
    public boolean isCurrent() {
        return lag().compareTo(config.feedTolerance()) < 0;
    }

    /** The time since the last successful read began. */
    public Duration lag() {
        return Duration.ofNanos(ticks.getAsLong() - currentAt);
    }

    private void poll() {
        read();
        outage.over();
    }

    /** Reads, at the start, every ended session of which an access token may still be valid. */
    void readAll() {
        lap = FeedPlace.after(clock.instant().minus(EndedSessions.REMEMBERED));
        front = lap;
        read();
    }

    void read() {
        long begun = ticks.getAsLong();
        Instant now = clock.instant();
        OpenTransactions.Seen seen = transactions.look(now);
        compare(seen.server());
        Instant next = nextLapFrom != null ? nextLapFrom
                : later(seen.earliestStart().minus(SLACK), now.minus(EndedSessions.REMEMBERED));
        nextLapFrom = next;
        readMarks(now);
        if (!goOnWithLap(next)) {
            readAhead();
        }
        ended.forgetBefore(now.minus(EndedSessions.REMEMBERED));
        currentAt = begun;
    }

    /** Another server, or the same one started again, may have lost commits. It is compared before anything is forgotten. */
    private void compare(Instant nowSeen) {
        if (server != null && !server.equals(nowSeen)) {
            again.check(ended.known());
        }
        server = nowSeen;
    }

    /** Reads all marks at each poll. There are few: a mark is deleted as soon as the rows of its sessions say the same. */
    private void readMarks(Instant now) {
        UUID last = FIRST;
        List<MarkedAccount> found;
        do {
            found = reads.markedAfter(last, PAGE);
            marked.learn(found, now);
            last = found.isEmpty() ? last : found.get(found.size() - 1).endingId();
        } while (found.size() == PAGE);
    }

    /** Reads the next pages of the lap; true if the lap has reached the end and {@code next} begins another one. */
    private boolean goOnWithLap(Instant next) {
        for (int page = 0; page < PAGES_OF_A_LAP; page++) {
            List<EndedSession> found = page(lap);
            if (found.size() < PAGE) {
                front = found.isEmpty() ? front : further(front, FeedPlace.after(found.get(found.size() - 1)));
                lap = FeedPlace.after(next);
                nextLapFrom = null;
                return true;
            }
            lap = FeedPlace.after(found.get(PAGE - 1));
        }
        return false;
    }

    private void readAhead() {
        front = further(front, lap);
        List<EndedSession> found;
        do {
            found = page(front);
            front = found.isEmpty() ? front : FeedPlace.after(found.get(found.size() - 1));
        } while (found.size() == PAGE);
    }

    private List<EndedSession> page(FeedPlace place) {
        List<EndedSession> found = reads.endedAfter(place, PAGE);
        ended.remember(found);
        return found;
    }

    /** Returns the later of two times, so that a transaction that stays open for hours does not lengthen every lap. */
    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static FeedPlace further(FeedPlace one, FeedPlace other) {
        return one.isBehind(other) ? other : one;
    }
}
