package dev.holdfast.bench;

import dev.holdfast.journeys.rig.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The cost of pages that listen and hear nothing: threads, memory, and processor time while nothing happens. */
public final class IdleStreams {

    private static final int STREAMS = Integer.getInteger("bench.streams", 2000);
    private static final int OF_A_SESSION = 4;
    private static final Duration IDLE = Duration.ofSeconds(Integer.getInteger("bench.seconds", 120));

    private IdleStreams() {}

    public static void main(String[] arguments) throws Exception {
        try (BenchStage stage = new BenchStage()) {
            List<Browser> sessions = stage.signedIn(STREAMS / OF_A_SESSION);
            tell("before", stage);
            List<InputStream> open = open(sessions);
            tell(open.size() + " streams", stage);
            Duration before = stage.server.processorTime();
            Thread.sleep(IDLE.toMillis());
            Duration spent = stage.server.processorTime().minus(before);
            System.out.printf("   idle for %d s: processor time %.1f s%n", IDLE.toSeconds(), spent.toMillis() / 1e3);
            tell("after", stage);
            for (InputStream stream : open) {
                stream.close();
            }
        }
    }

    private static List<InputStream> open(List<Browser> sessions) {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<InputStream> open = new ArrayList<>();
        for (Browser session : sessions) {
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
