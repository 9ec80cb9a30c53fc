package dev.holdfast.custody.care;

import dev.holdfast.custody.CustodyLog;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.custody.refresh.GrantRefresh;
import dev.holdfast.custody.refresh.RefreshDemand;
import dev.holdfast.custody.refresh.SingleFlightRefresh;
import dev.holdfast.schedule.control.Schedule;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Refreshes grants that were not used for long, before Google's limit of six months without use ends them. Each round
 * refreshes a few, one after the other, each on one node at a time. It uses the ordinary refresh: what Google refuses
 * ends as it always does. The rows say what is due, so a restart loses nothing.
 */
@ApplicationScoped
public class KeepAliveJob {

    private static final int AT_A_TIME = 10;
    private static final int EVERY_SECONDS = 40;
    private static final int MOST_PAUSE_MILLIS = 500;
    private static final long PATIENCE_SECONDS = 25;

    @Inject GrantCare care;
    @Inject SingleFlightRefresh refreshes;
    @Inject Schedule schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        Duration first = Duration.ofSeconds(ThreadLocalRandom.current().nextInt(EVERY_SECONDS / 2, EVERY_SECONDS));
        schedule.every(first, Duration.ofSeconds(EVERY_SECONDS), this::round, CustodyLog::careInterrupted);
    }

    /** Runs one round. It ends early when Google does not answer; what fails here is due again later. */
    public void round() {
        int refreshed = 0;
        int refused = 0;
        try {
            for (UUID account : inAnyOrder(care.unused(AT_A_TIME))) {
                Acquired acquired = care.take(account) ? refresh(account) : null;
                refreshed += acquired instanceof Acquired.Fresh ? 1 : 0;
                refused += acquired instanceof Acquired.Lost ? 1 : 0;
                if (acquired instanceof Acquired.Unavailable) {
                    break;
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            if (refreshed + refused > 0) {
                CustodyLog.keptAlive(refreshed, refused);
            }
        }
    }

    private Acquired refresh(UUID account) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(MOST_PAUSE_MILLIS));
        try {
            return refreshes.join(account, RefreshDemand.ANY_TOKEN).result().get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .acquired();
        } catch (TimeoutException tooLong) {
            return new Acquired.Unavailable(GrantRefresh.RETRY_AFTER);
        } catch (ExecutionException storageFailed) {
            throw new IllegalStateException("the grant cannot be read or written", storageFailed.getCause());
        }
    }

    /** Shuffles the accounts, so that nodes begin with different ones. */
    private static List<UUID> inAnyOrder(List<UUID> accounts) {
        List<UUID> shuffled = new ArrayList<>(accounts);
        Collections.shuffle(shuffled);
        return shuffled;
    }
}
