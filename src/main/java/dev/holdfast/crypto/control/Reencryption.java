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
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Moves everything at rest to today's key, in the background and in small batches. It keeps no place: a restart begins
 * anew and passes over what is done. Any number of nodes may do it at once; one that has another key in front does not.
 * When the last node restarted with the new key in front reports none left, the old key can be removed.
 */
@ApplicationScoped
public class Reencryption {

    private static final long FIRST_AFTER_SECONDS = 5;

    /** A server that is not restarted yet may go on writing under the old key; and a round that failed has left some. */
    private static final long SOON_SECONDS = 20;

    private static final long LATER_SECONDS = 600;
    private static final int BATCH = 100;

    @Inject @Any Instance<Reencryptable> kinds;
    @Inject Envelope envelope;
    @Inject TodaysKey todaysKey;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private final LongAdder movedInAll = new LongAdder();
    private volatile OptionalLong left = OptionalLong.empty();
    private volatile boolean stopped;
    private volatile Future<?> schedule;

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

    /** Rows under another key than today's after the last round here; empty before the first, or if others do it. */
    public OptionalLong left() {
        return left;
    }

    /** Rows moved by this server since its start. */
    public long moved() {
        return movedInAll.sum();
    }

    /** One round over everything, at most one at a time; tells how many rows it has moved. */
    public synchronized long round() {
        if (!todaysKey.isInFront()) {
            CryptoLog.notInFront(envelope.primaryKeyNumber());
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
            pause = round() > 0 || todaysKey.isNew() ? SOON_SECONDS : LATER_SECONDS;
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
        Reencryptable.Page sum = new Reencryptable.Page("", 0, 0);
        while (sum.last() != null && !Thread.currentThread().isInterrupted()) {
            Reencryptable.Page page = kind.reencryptAfter(sum.last(), BATCH);
            movedInAll.add(page.moved());
            sum = new Reencryptable.Page(page.last(), sum.moved() + page.moved(), sum.left() + page.left());
        }
        if (sum.moved() > 0 || sum.left() > 0) {
            CryptoLog.reencryptionProgress(kind.name(), sum.moved(), sum.left());
        }
        return sum;
    }
}
