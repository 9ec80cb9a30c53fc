package dev.holdfast.bench;

import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.world.Switch;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fifty callers at once on one Google token that is over: how often Google is asked, and how long the worst of them waits
 * beyond Google's own time, against the same callers on a token that is good.
 */
public final class HerdLoad {

    private static final int CALLERS = Integer.getInteger("bench.callers", 50);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 20);
    private static final int WARM_UP = 5;
    private static final Duration GOOGLE = Duration.ofMillis(Integer.getInteger("bench.google.millis", 50));

    /** The lifetime that Google states; after half of it a token no longer counts as good. */
    private static final int LIFETIME_SECONDS = 3;

    private final BenchStage stage;
    private final List<Runnable> calls;

    private HerdLoad(BenchStage stage, String accessToken) {
        this.stage = stage;
        this.calls = Stream.generate(() -> caller(accessToken)).limit(CALLERS).toList();
    }

    public static void main(String[] arguments) throws Exception {
        try (BenchStage stage = new BenchStage()) {
            stage.google.control().set(Switch.EXPIRES_IN, Integer.toString(LIFETIME_SECONDS));
            HerdLoad herd = new HerdLoad(stage, stage.signedIn(1).get(0).accessToken());
            Load.run(8, Duration.ofSeconds(8), client -> herd.calls.get(client));
            stage.google.control().fault(StandInArea.REFRESH, Fault.slow(GOOGLE));
            IntStream.range(0, WARM_UP).forEach(round -> herd.round());
            List<Round> rounds = IntStream.range(0, ROUNDS).mapToObj(round -> herd.round()).toList();
            System.out.printf("%d callers, %d rounds, Google takes %d ms: calls at Google %s%n", CALLERS, ROUNDS,
                    GOOGLE.toMillis(), Arrays.toString(rounds.stream().mapToLong(Round::asked).toArray()));
            tell("worst caller above Google's own time", rounds.stream().mapToDouble(Round::above));
            tell("worst caller on a token that is good", rounds.stream().mapToDouble(Round::onGoodToken));
        }
    }

    /** Times in milliseconds. */
    private record Round(long asked, double above, double onGoodToken) {}

    private Round round() {
        pause();
        stage.google.counts().reset();
        double over = worst();
        double good = worst();
        return new Round(stage.google.counts().of(StandInArea.REFRESH), over - GOOGLE.toMillis(), good);
    }

    private double worst() {
        return Burst.of(calls)[CALLERS - 1];
    }

    private static void tell(String what, DoubleStream ofRounds) {
        double[] sorted = ofRounds.sorted().toArray();
        System.out.printf("   %s, ms: best round %.1f, median %.1f, worst %.1f%n", what, sorted[0],
                sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }

    private Runnable caller(String accessToken) {
        Caller caller = new Caller(stage.server.origin());
        return () -> {
            Caller.Answer answer = caller.call(Caller.files(accessToken));
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.toString());
            }
        };
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(LIFETIME_SECONDS).toMillis());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
