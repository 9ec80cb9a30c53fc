package dev.holdfast.events.control;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.events.entity.LiveEvent;
import dev.holdfast.events.entity.StreamCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One open stream. It is idle between its events: no thread belongs to it. It is lost as soon as one send fails, or if the
 * client has not yet taken what was sent before when the next comment is due.
 */
public final class LiveStream {

    /** The pause between two comments is this, and up to {@link #SPREAD} longer. */
    static final Duration LEAST_PAUSE = Duration.ofSeconds(15);

    /** Spreads the comments of streams that were opened together. With the turns of the job, no pause reaches 20 s. */
    static final Duration SPREAD = Duration.ofSeconds(4);

    private final StreamCaller caller;
    private final Outlet outlet;
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean greeted;
    private volatile boolean lost;
    private volatile Instant nextComment = Instant.MAX;
    private LiveEvent.@Nullable GrantState told;

    public LiveStream(StreamCaller caller, Outlet outlet) {
        this.caller = caller;
        this.outlet = outlet;
    }

    StreamCaller caller() {
        return caller;
    }

    /** Greets the client. */
    public void open(Instant now) {
        nextComment = now.plus(pause());
        send(new LiveEvent.Hello(now));
        greeted = true;
    }

    /** Sends the reason and ends the stream. */
    void end(EndReason reason) {
        outlet.send(new LiveEvent.SessionEnded(reason)).whenComplete((sent, failed) -> outlet.close());
    }

    /** Ends the stream without a word: the client may open another one. */
    void close() {
        outlet.close();
    }

    /**
     * Tells the client of the grant, unless it has been told the same before. The greeting always comes first, and the next
     * turn tells what comes while something is still being sent.
     */
    synchronized void tell(LiveEvent.GrantState grant) {
        if (greeted && underWay.get() == 0 && !grant.equals(told)) {
            told = grant;
            send(grant);
        }
    }

    /** Sends a comment if it is due. */
    void keepAlive(Instant now) {
        if (now.isBefore(nextComment)) {
            return;
        }
        nextComment = now.plus(pause());
        if (underWay.get() > 0) {
            lost = true;
        } else {
            probe();
        }
    }

    /** Sends a comment now, which finds out whether the client is still there. */
    void probe() {
        follow(outlet::comment);
    }

    /** Whether its time is up: the client is lost, or its access token has expired. */
    boolean isOverAt(Instant now) {
        return lost || !now.isBefore(caller.expiresAt());
    }

    private void send(LiveEvent event) {
        follow(() -> outlet.send(event));
    }

    private void follow(Supplier<CompletionStage<?>> sending) {
        underWay.incrementAndGet();
        sending.get().whenComplete((sent, failed) -> {
            underWay.decrementAndGet();
            lost = lost || failed != null;
        });
    }

    private static Duration pause() {
        return LEAST_PAUSE.plusMillis(ThreadLocalRandom.current().nextLong(SPREAD.toMillis()));
    }
}
