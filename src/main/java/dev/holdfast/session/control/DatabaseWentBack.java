package dev.holdfast.session.control;

import dev.holdfast.session.entity.Session;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Reports that the database has lost commits, which a refresh token beyond its row proves. After a restored backup that
 * holds for every session in use, so one line a minute stands for all of them.
 */
@ApplicationScoped
class DatabaseWentBack {

    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    @Inject EndedSessions ended;
    @Inject EndedAgainJob again;
    @Inject @DatabaseTime Clock clock;

    private Instant told = Instant.MIN;

    /** Reports a session of which a token of generation {@code presented} came. Ends that the database lost are made again. */
    synchronized void seen(Session session, long presented) {
        Instant now = clock.instant();
        if (told.isBefore(now.minus(TOLD_EVERY)) || told.isAfter(now)) {
            told = now;
            SessionLog.databaseWentBack(session.id(), presented, session.generation());
            again.check(ended.known());
        }
    }
}
