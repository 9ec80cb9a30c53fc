package dev.holdfast.crypto.control;

import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Moves everything at rest to the first of the configured keys, in the background and in small batches. It keeps no place:
 * a restart begins anew and passes over what is done. Any number of nodes may do it at once. When it reports none left,
 * on nodes that all have the new key in front, an old key can be removed.
 */
@ApplicationScoped
public class Reencryption {

    private static final long FIRST_AFTER_SECONDS = 5;
    private static final long AGAIN_AFTER_SECONDS = 600;
    private static final int BATCH = 100;

    @Inject @Any Instance<Reencryptable> kinds;
    @Inject Envelope envelope;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private final AtomicLong left = new AtomicLong(-1);
    private Future<?> schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        schedule = scheduler.scheduleWithFixedDelay(this::round, FIRST_AFTER_SECONDS, AGAIN_AFTER_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (schedule != null) {
            schedule.cancel(true);
        }
    }

    /** Rows under an older key after the last round; -1 before the first has ended. */
    public long left() {
        return left.get();
    }

    private void round() {
        try {
            long sum = 0;
            for (Reencryptable kind : kinds) {
                sum += reencrypt(kind);
            }
            left.set(sum);
            if (sum == 0) {
                CryptoLog.reencrypted(envelope.primaryKeyNumber());
            }
        } catch (RuntimeException failed) {
            CryptoLog.reencryptionFailed(failed);
        }
    }

    private static long reencrypt(Reencryptable kind) {
        long moved = 0;
        long stay = 0;
        String after = "";
        while (after != null && !Thread.currentThread().isInterrupted()) {
            Reencryptable.Page page = kind.reencryptAfter(after, BATCH);
            moved += page.moved();
            stay += page.left();
            after = page.last();
        }
        if (moved > 0 || stay > 0) {
            CryptoLog.reencryptionProgress(kind.name(), moved, stay);
        }
        return stay;
    }
}
