package dev.holdfast.bench;

import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.signal.StandInSignals;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A thousand signals a minute beside two hundred people at work, who send a request each second. */
public final class SignalLoad {

    private static final int PEOPLE = Integer.getInteger("bench.people", 200);
    private static final int A_MINUTE = Integer.getInteger("bench.signals", 1000);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 60));
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration AGO = Duration.ofMinutes(30);
    private static final int ACCEPTED = 202;
    private static final int SENDERS = 8;
    private static final long THINKING_MILLIS = 1000;

    private SignalLoad() {}

    public static void main(String[] arguments) throws Exception {
        try (BenchStage stage = new BenchStage()) {
            new Browser(stage.server.origin()).signIn(People.EMI);
            List<Browser> people = stage.signedIn(PEOPLE);
            atWork(stage, people, WARM_UP);
            tell("without signals", atWork(stage, people, TIME));
            AtomicInteger accepted = new AtomicInteger();
            tell("with " + A_MINUTE + " signals a minute", beside(() -> accepted.addAndGet(deliver(stage)),
                    () -> atWork(stage, people, TIME)));
            System.out.println("   accepted " + accepted.get() + "; from reception to the end of the work, " + worked(stage));
        }
    }

    /** Measures while Google delivers; a delivery that broke is told at the end. */
    private static Load.Figures beside(Runnable delivery, Supplier<Load.Figures> work) throws Exception {
        ScheduledExecutorService google = Executors.newScheduledThreadPool(SENDERS);
        try {
            // Each sender waits for its answers, so that a slow one does not keep the others from sending in time.
            long apart = 60_000_000L / A_MINUTE;
            List<? extends Future<?>> senders = IntStream.range(0, SENDERS).mapToObj(sender -> google.scheduleAtFixedRate(
                    delivery, sender * apart, SENDERS * apart, TimeUnit.MICROSECONDS)).toList();
            Load.Figures figures = work.get();
            for (Future<?> sender : senders) {
                if (sender.isDone()) {
                    sender.get();
                }
            }
            return figures;
        } finally {
            google.shutdown();
        }
    }

    private static Load.Figures atWork(BenchStage stage, List<Browser> people, Duration time) {
        return Load.run(PEOPLE, time, person -> {
            Caller caller = new Caller(stage.server.origin());
            String head = "GET /api/account HTTP/1.1\r\nAuthorization: Bearer " + people.get(person).accessToken() + "\r\n";
            return () -> {
                if (caller.call(head).status() != 200) {
                    throw new IllegalStateException("a person at work was refused");
                }
                think();
            };
        });
    }

    /** The pause belongs to the loop, and is taken off the figures. */
    private static void tell(String when, Load.Figures figures) {
        System.out.printf("%s: %.0f requests a second, p50 %.1f ms, p99 %.1f ms%n", when, figures.perSecond(),
                figures.p50() - THINKING_MILLIS, figures.p99() - THINKING_MILLIS);
    }

    private static int deliver(BenchStage stage) {
        StandInSignals signals = stage.google.signals();
        URI receiver = stage.server.origin().resolve("/signals/google");
        // About a time before the sign-in, so that it is worked on and ends nothing.
        String token = signals.token(signals.about(People.EMI, "sessions-revoked").earlier(AGO));
        return signals.deliver(receiver, token) == ACCEPTED ? 1 : 0;
    }

    private static String worked(BenchStage stage) throws SQLException {
        try (var connection = stage.postgres.getPostgresDatabase().getConnection();
                var row = connection.createStatement().executeQuery("select count(*), count(done_at), round((1000 *"
                        + " percentile_cont(0.5) within group (order by extract(epoch from done_at - received_at)))::numeric),"
                        + " round((1000 * percentile_cont(0.99) within group (order by extract(epoch from done_at -"
                        + " received_at)))::numeric) from signal_inbox")) {
            row.next();
            return "ms: p50 " + row.getLong(3) + ", p99 " + row.getLong(4) + "; " + row.getLong(2) + " of " + row.getLong(1)
                    + " are done";
        }
    }

    private static void think() {
        try {
            Thread.sleep(THINKING_MILLIS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
