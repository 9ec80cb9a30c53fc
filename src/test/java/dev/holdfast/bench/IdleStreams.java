package dev.holdfast.bench;

import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.Metrics;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The cost of pages that listen and hear nothing: threads, memory, and processor time while nothing happens. A stream ends with
 * its access token, so all pages refresh and listen again every three minutes, and that is counted apart.
 */
public final class IdleStreams {

    private static final int STREAMS = Integer.getInteger("bench.streams", 2000);
    private static final int OF_A_SESSION = 4;
    private static final Duration IDLE = Duration.ofSeconds(Integer.getInteger("bench.seconds", 120));
    private static final Duration PART = Duration.ofMinutes(3);
    private static final Duration NOTICED = Duration.ofMinutes(1);

    private IdleStreams() {}

    public static void main(String[] arguments) throws Exception {
        try (BenchStage stage = new BenchStage()) {
            List<Browser> sessions = stage.signedIn(STREAMS / OF_A_SESSION);
            tell("before", stage);
            List<InputStream> open = open(sessions);
            tell(open.size() + " streams", stage);
            Duration idle = idleFor(stage, IDLE.compareTo(PART) < 0 ? IDLE : PART);
            Duration renewals = Duration.ZERO;
            for (Duration left = IDLE.minus(PART); left.compareTo(Duration.ZERO) > 0; left = left.minus(PART)) {
                Duration before = stage.server.processorTime();
                close(open);
                Eventually.holds(NOTICED, "the server notices that all have gone", () -> listening(stage) == 0);
                open = open(sessions);
                renewals = renewals.plus(stage.server.processorTime().minus(before));
                idle = idle.plus(idleFor(stage, left.compareTo(PART) < 0 ? left : PART));
            }
            System.out.printf("   idle for %d s: processor time %.1f s; besides, %.1f s for refreshes and new streams%n",
                    IDLE.toSeconds(), idle.toMillis() / 1e3, renewals.toMillis() / 1e3);
            tell("after", stage);
            close(open);
        }
    }

    /** Returns the processor time. */
    private static Duration idleFor(BenchStage stage, Duration time) throws InterruptedException {
        Duration before = stage.server.processorTime();
        Thread.sleep(time.toMillis());
        Duration spent = stage.server.processorTime().minus(before);
        if (listening(stage) != STREAMS) {
            throw new IllegalStateException(listening(stage) + " streams are open");
        }
        return spent;
    }

    private static double listening(BenchStage stage) {
        return Metrics.of(stage.server).value("holdfast_event_streams");
    }

    private static void close(List<InputStream> streams) throws IOException {
        for (InputStream stream : streams) {
            stream.close();
        }
    }

    private static List<InputStream> open(List<Browser> sessions) {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<InputStream> open = new ArrayList<>();
        for (Browser session : sessions) {
            session.refresh();
            for (int stream = 0; stream < OF_A_SESSION; stream++) {
                open.add(opened(http, session));
            }
        }
        return open;
    }

    private static InputStream opened(HttpClient http, Browser session) {
        try {
            HttpResponse<InputStream> answer = http.send(session.bearer("/api/events").build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("status " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void tell(String when, BenchStage stage) {
        System.out.printf("%s: %s, live heap %d MiB%n", when, Footprint.of(stage.server), Footprint.liveHeapMib(stage.server));
    }
}
