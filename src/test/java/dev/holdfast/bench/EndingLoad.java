package dev.holdfast.bench;

import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.EventStream;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.signal.StandInSignals;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** The time from the 202 for a signal at one server to the end of a page's stream at another. */
public final class EndingLoad {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 200);
    private static final int WARM_UP = 10;
    private static final int ACCEPTED = 202;
    private static final long LOOK_NANOS = Duration.ofMillis(1).toNanos();
    private static final long GIVE_UP_NANOS = Duration.ofSeconds(30).toNanos();

    private EndingLoad() {}

    public static void main(String[] arguments) throws IOException {
        try (Cluster cluster = Cluster.start(BenchStage.javaSettings())) {
            IntStream.range(0, WARM_UP).forEach(round -> round(cluster));
            double[] sorted = IntStream.range(0, ROUNDS).mapToDouble(round -> round(cluster)).sorted().toArray();
            System.out.printf("from 202 to the end of a stream at the other server, %d rounds, ms: p50 %.0f, p99 %.0f, worst %.0f%n",
                    ROUNDS, sorted[ROUNDS / 2], sorted[(int) (ROUNDS * 0.99)], sorted[ROUNDS - 1]);
        }
    }

    /** Returns milliseconds. */
    private static double round(Cluster cluster) {
        Browser page = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA).browser().copy().through(cluster.other());
        StandInSignals signals = cluster.google().signals();
        try (EventStream stream = EventStream.of(page)) {
            stream.awaits("hello");
            String token = signals.token(signals.about(People.ADA, "sessions-revoked"));
            URI receiver = cluster.one().origin().resolve("/signals/google");
            if (signals.deliver(receiver, token) != ACCEPTED) {
                throw new IllegalStateException("the signal was not accepted");
            }
            long accepted = System.nanoTime();
            while (!stream.hasEnded()) {
                LockSupport.parkNanos(LOOK_NANOS);
                if (System.nanoTime() - accepted > GIVE_UP_NANOS) {
                    throw new IllegalStateException("the stream does not end");
                }
            }
            return (System.nanoTime() - accepted) / 1e6;
        }
    }
}
