package dev.holdfast.session.control;

import dev.holdfast.schedule.control.LogThrottle;
import dev.holdfast.session.entity.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Reports that the database has lost commits, which a refresh token beyond its row proves. After a restored backup that
 * holds for every session in use, so one line a minute stands for all of them.
 */
@ApplicationScoped
class DatabaseWentBack {

    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    @Inject EndedSessions ended;
    @Inject EndedAgainJob again;

    private final LogThrottle told = new LogThrottle(TOLD_EVERY);

    /** Reports a session of which a token of generation {@code presented} came. Ends that the database lost are made again. */
    void seen(Session session, long presented) {
        if (told.isDue()) {
            SessionLog.databaseWentBack(session.id(), presented, session.generation());
            again.check(ended.known());
        }
    }
}
