package dev.holdfast.bench;

import com.sun.management.ThreadMXBean;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.custody.refresh.GoogleTokenManager;
import dev.holdfast.custody.refresh.WarmCustody;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The cost of a Google token that is in memory: {@code acquire} in this process, against a look-up in a bare map and an open
 * GET of a server.
 */
public final class AcquireCost {

    private static final int ACCOUNTS = Integer.getInteger("bench.accounts", 1000);
    private static final int THREADS = Integer.getInteger("bench.threads", 8);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 4));

    /** The number of calls between two readings of the clock; one reading would cost as much as a call. */
    private static final int BATCH = 1000;

    private final List<UUID> accounts = Stream.generate(UUID::randomUUID).limit(ACCOUNTS).toList();
    private final GoogleTokenManager custody = WarmCustody.of(accounts);
    private final Map<UUID, Acquired> map = new ConcurrentHashMap<>();

    public static void main(String[] arguments) throws Exception {
        AcquireCost cost = new AcquireCost();
        cost.accounts.forEach(account -> cost.map.put(account, cost.custody.acquire(account)));
        try (BenchStage stage = new BenchStage()) {
            Load.run(THREADS, TIME.multipliedBy(2), client -> opener(stage));
            cost.measure(1, stage);
            cost.measure(THREADS, stage);
        }
        System.out.println("allocated by one acquire: " + cost.allocated(cost::acquire) + " bytes; by one look-up: "
                + cost.allocated(cost::lookUp) + "; in process on Java " + Runtime.version().feature());
    }

    private void measure(int threads, BenchStage stage) {
        double acquired = perSecond(threads, this::acquire);
        double looked = perSecond(threads, this::lookUp);
        double open = Load.run(threads, TIME, client -> opener(stage)).perSecond();
        System.out.printf("%d threads, %d accounts: %.2f million acquires/s, %.2f of a bare look-up; an open GET (%.0f/s)"
                + " takes as long as %.0f of them%n", threads, ACCOUNTS, acquired / 1e6, acquired / looked, open, acquired / open);
    }

    private double perSecond(int threads, Consumer<UUID> call) {
        Load.run(threads, TIME, client -> batch(call));
        return BATCH * Load.run(threads, TIME, client -> batch(call)).perSecond();
    }

    private Runnable batch(Consumer<UUID> call) {
        return () -> {
            int from = ThreadLocalRandom.current().nextInt(ACCOUNTS);
            for (int i = 0; i < BATCH; i++) {
                call.accept(accounts.get((from + i) % ACCOUNTS));
            }
        };
    }

    private long allocated(Consumer<UUID> call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Runnable batch = batch(call);
        batch.run();
        long before = threads.getCurrentThreadAllocatedBytes();
        batch.run();
        return (threads.getCurrentThreadAllocatedBytes() - before) / BATCH;
    }

    private void acquire(UUID account) {
        if (!(custody.acquire(account) instanceof Acquired.Fresh)) {
            throw new IllegalStateException("no token for " + account);
        }
    }

    private void lookUp(UUID account) {
        if (map.get(account) == null) {
            throw new IllegalStateException("nothing for " + account);
        }
    }

    private static Runnable opener(BenchStage stage) {
        Caller caller = new Caller(stage.server.origin());
        return () -> caller.call(Caller.OPEN);
    }
}
