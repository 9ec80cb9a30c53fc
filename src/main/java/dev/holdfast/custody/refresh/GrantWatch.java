package dev.holdfast.custody.refresh;

import dev.holdfast.custody.CustodyLog;
import dev.holdfast.schedule.control.Outage;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Notices what other nodes did to grants whose tokens this node hands out: a disconnect, an erase, a new consent. Twice a
 * second it reads the versions of the grants used since the last time, with one small query for each 400.
 */
@ApplicationScoped
public class GrantWatch {

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int AT_A_TIME = 400;

    @Inject TokenCache cache;
    @Inject GrantLedger ledger;
    @Inject Schedule schedule;

    private final Outage outage = new Outage(CustodyLog::versionsNotRead);

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule.every(PAUSE, PAUSE, this::look, outage::failed);
    }

    private void look() {
        List<UUID> used = cache.takeUsed();
        if (used.isEmpty()) {
            return;
        }
        for (int from = 0; from < used.size(); from += AT_A_TIME) {
            compare(used.subList(from, Math.min(used.size(), from + AT_A_TIME)));
        }
        outage.over();
    }

    private void compare(List<UUID> accounts) {
        Map<UUID, Long> stored = ledger.versionsOf(accounts);
        accounts.forEach(account -> cache.dropOlder(account, stored.getOrDefault(account, Long.MAX_VALUE)));
    }
}
