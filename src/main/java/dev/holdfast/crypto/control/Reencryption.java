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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Moves everything at rest to the primary key, in the background and in small batches. It stores no position: after a
 * restart it begins again and skips the rows that are done. Several nodes may do it at once; a node whose first key is
 * not the primary key does not. Once every node has been restarted with the new key first and the last of them reports
 * none left, the old key can be removed.
 */
@ApplicationScoped
public class Reencryption {

    private static final long FIRST_AFTER_SECONDS = 5;

    /**
     * The pause while rows may remain: a server not yet restarted still writes under the old key, or a round has failed.
     */
    private static final long SOON_SECONDS = 20;

    private static final long LATER_SECONDS = 600;
    private static final int BATCH = 100;

    @Inject @Any Instance<Reencryptable> kinds;
    @Inject Envelope envelope;
    @Inject PrimaryKey primaryKey;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private final LongAdder movedInAll = new LongAdder();
    private volatile OptionalLong left = OptionalLong.empty();
    private volatile boolean stopped;
    private volatile @Nullable Future<?> schedule;

    void start(@Observes @Priority(StartOrder.READY) Startup start) {
        again(FIRST_AFTER_SECONDS);
    }

    @PreDestroy
    void stop() {
        stopped = true;
        if (schedule != null) {
            schedule.cancel(true);
        }
    }

    /**
     * Returns the rows under another key after the last round here. Empty before the first round, after a failed one, and
     * on a node that does not re-encrypt.
     */
    public OptionalLong left() {
        return left;
    }

    /** Returns the number of rows moved by this server since its start. */
    public long moved() {
        return movedInAll.sum();
    }

    /** Runs one round over all rows, at most one at a time, and returns how many rows it has moved. */
    public synchronized long round() {
        if (!primaryKey.isPrimary()) {
            CryptoLog.otherPrimaryKey(envelope.primaryKeyNumber());
            left = OptionalLong.empty();
            return 0;
        }
        long moved = 0;
        long stay = 0;
        for (Reencryptable kind : kinds) {
            Reencryptable.Page all = reencrypt(kind);
            moved += all.moved();
            stay += all.left();
        }
        if (Thread.currentThread().isInterrupted()) {
            return moved;
        }
        if (stay == 0 && (moved > 0 || !left.equals(OptionalLong.of(0)))) {
            CryptoLog.reencrypted(envelope.primaryKeyNumber());
        }
        left = OptionalLong.of(stay);
        return moved;
    }

    private void roundOnSchedule() {
        long pause = SOON_SECONDS;
        try {
            pause = round() > 0 || primaryKey.isNew() ? SOON_SECONDS : LATER_SECONDS;
        } catch (RuntimeException | Error failed) {
            left = OptionalLong.empty();
            CryptoLog.reencryptionFailed(failed);
        } finally {
            again(pause);
        }
    }

    private void again(long afterSeconds) {
        if (!stopped) {
            schedule = scheduler.schedule(this::roundOnSchedule, afterSeconds, TimeUnit.SECONDS);
        }
    }

    private Reencryptable.Page reencrypt(Reencryptable kind) {
        Reencryptable.Page sum = new Reencryptable.Page(Optional.of(""), 0, 0);
        while (sum.last().isPresent() && !Thread.currentThread().isInterrupted()) {
            Reencryptable.Page page = kind.reencryptAfter(sum.last().get(), BATCH);
            movedInAll.add(page.moved());
            sum = new Reencryptable.Page(page.last(), sum.moved() + page.moved(), sum.left() + page.left());
        }
        if (sum.moved() > 0 || sum.left() > 0) {
            CryptoLog.reencryptionProgress(kind.name(), sum.moved(), sum.left());
        }
        return sum;
    }
}
