package dev.holdfast.custody.refresh;

import dev.holdfast.custody.CustodyLog;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Notices what other nodes did to grants whose tokens this node hands out: a disconnect, an erase, a new consent. Twice a
 * second it reads the versions of the grants used since the last time, with one small query for each 400.
 */
@ApplicationScoped
public class GrantWatch {

    private static final long PAUSE_MILLIS = 500;
    private static final int AT_A_TIME = 400;

    @Inject TokenCache cache;
    @Inject GrantLedger ledger;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private Future<?> schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule = scheduler.scheduleWithFixedDelay(this::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(true);
        }
    }

    private void look() {
        try {
            List<UUID> used = cache.takeUsed();
            for (int from = 0; from < used.size(); from += AT_A_TIME) {
                compare(used.subList(from, Math.min(used.size(), from + AT_A_TIME)));
            }
        } catch (RuntimeException | Error unreadable) {
            CustodyLog.versionsNotRead(unreadable);
        }
    }

    private void compare(List<UUID> accounts) {
        Map<UUID, Long> stored = ledger.versionsOf(accounts);
        accounts.forEach(account -> cache.dropOlder(account, stored.getOrDefault(account, Long.MAX_VALUE)));
    }
}
