package dev.holdfast.bench;

import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.journal.StandInArea;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Ten thousand people at once, each with a Google token that is over, while Google is slow: each asks for the files, and
 * again five seconds after every 503, until they come.
 */
public final class FloodLoad {

    private static final int ACCOUNTS = Integer.getInteger("bench.accounts", 10_000);
    private static final Duration GOOGLE = Duration.ofMillis(Integer.getInteger("bench.google.millis", 500));
    private static final long RETRY_AFTER_SECONDS = 5;
    private static final long IN_THE_MIDST_SECONDS = 8;

    private final BenchStage stage;
    private final Map<String, LongAdder> firstAnswers = new ConcurrentSkipListMap<>();
    private final LongAdder refused = new LongAdder();
    private double longest;

    private FloodLoad(BenchStage stage) {
        this.stage = stage;
    }

    public static void main(String[] arguments) throws Exception {
        try (BenchStage stage = new BenchStage()) {
            String someone = stage.signedIn(1).get(0).accessToken();
            new FloodLoad(stage).measure(ManyAccounts.like(someone, ACCOUNTS, stage), someone);
        }
    }

    private void measure(List<String> tokens, String bystander) {
        List<Caller> callers = new ArrayList<>();
        tokens.forEach(token -> callers.add(new Caller(stage.server.origin())));
        callers.forEach(caller -> caller.call(Caller.OPEN));
        List<Runnable> calls = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            Caller caller = callers.get(i);
            String token = tokens.get(i);
            calls.add(() -> untilServed(caller, token));
        }
        System.out.println("before: " + Footprint.of(stage.server) + ", live heap " + Footprint.liveHeapMib(stage.server));
        stage.google.control().fault(StandInArea.REFRESH, Fault.slow(GOOGLE));
        stage.google.counts().reset();
        Caller other = new Caller(stage.server.origin());
        try (Watch watch = new Watch(stage, () -> answer(other, bystander).equals("200"))) {
            CompletableFuture<Long> midst = CompletableFuture.supplyAsync(() -> Footprint.liveHeapMib(stage.server),
                    CompletableFuture.delayedExecutor(IN_THE_MIDST_SECONDS, TimeUnit.SECONDS));
            report(Burst.of(calls), watch, midst.join());
        }
    }

    private void report(double[] taken, Watch watch, long liveHeapInTheMidst) {
        List<Double> bystander = watch.answers();
        System.out.printf("%d accounts, Google takes %d ms: all served after %.1f s with %d calls at Google%n", ACCOUNTS,
                GOOGLE.toMillis(), taken[ACCOUNTS - 1] / 1e3, stage.google.counts().of(StandInArea.REFRESH));
        System.out.printf("   first answers %s; further refusals %d; the longest wait for an answer %.1f s%n", firstAnswers,
                refused.sum(), longest / 1e3);
        System.out.printf("   at most: %s; live heap in the midst %d MiB, afterwards %d MiB%n", watch.most(),
                liveHeapInTheMidst, Footprint.liveHeapMib(stage.server));
        System.out.printf("   somebody with a good token: p50 %.0f ms, worst %.0f ms of %d%n",
                bystander.get(bystander.size() / 2), bystander.get(bystander.size() - 1), bystander.size());
    }

    private void untilServed(Caller caller, String token) {
        String answer = answer(caller, token);
        firstAnswers.computeIfAbsent(answer, unused -> new LongAdder()).increment();
        while (!answer.equals("200")) {
            pause();
            answer = answer(caller, token);
            if (!answer.equals("200")) {
                refused.increment();
            }
        }
    }

    private String answer(Caller caller, String token) {
        long begun = System.nanoTime();
        try {
            return Integer.toString(caller.call(Caller.files(token)).status());
        } catch (UncheckedIOException broken) {
            caller.close();
            return "broken";
        } finally {
            remember((System.nanoTime() - begun) / 1e6);
        }
    }

    private synchronized void remember(double millis) {
        longest = Math.max(longest, millis);
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(RETRY_AFTER_SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
