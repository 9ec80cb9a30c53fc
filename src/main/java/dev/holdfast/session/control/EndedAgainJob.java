package dev.holdfast.session.control;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.schedule.control.Outage;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.session.entity.EndedSession;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends sessions again whose end this node knows and the database has lost. It looks only after another server has answered
 * or a token has shown that commits are missing, in pages of {@value #PAGE}.
 */
@ApplicationScoped
class EndedAgainJob {

    static final int PAGE = 500;

    private static final Duration PAUSE = Duration.ofMillis(500);

    @Inject SessionReads reads;
    @Inject Sessions sessions;
    @Inject Schedule schedule;

    private final Map<UUID, EndReason> unchecked = new ConcurrentHashMap<>();
    private final Outage outage = new Outage(SessionLog::notEndedAgain);

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule.every(PAUSE, PAUSE, this::goOn, outage::failed);
    }

    /** Asks for a look at the rows of these sessions. The look is repeated until it succeeds. */
    void check(List<EndedSession> known) {
        known.forEach(session -> unchecked.put(session.id(), session.reason()));
    }

    /** Looks at all sessions that are still to be looked at. A page whose end is not committed stays among them. */
    void goOn() {
        int again = 0;
        while (!unchecked.isEmpty()) {
            again += endAgain(nextPage());
        }
        if (again > 0) {
            SessionLog.endedAgain(again);
        }
        outage.over();
    }

    /** Takes the page out before its rows are read: a session that is reported after that is looked at once more. */
    private Map<UUID, EndReason> nextPage() {
        Map<UUID, EndReason> page = new HashMap<>();
        unchecked.keySet().stream().limit(PAGE).forEach(id ->
                Optional.ofNullable(unchecked.remove(id)).ifPresent(reason -> page.put(id, reason)));
        return page;
    }

    private int endAgain(Map<UUID, EndReason> page) {
        boolean done = false;
        try {
            List<UUID> alive = reads.unendedAmong(List.copyOf(page.keySet()));
            alive.forEach(id -> sessions.end(id, page.getOrDefault(id, EndReason.ENDED_ELSEWHERE)));
            done = true;
            return alive.size();
        } finally {
            if (!done) {
                page.forEach(unchecked::putIfAbsent);
            }
        }
    }
}
