package dev.holdfast.bench;

import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Two hundred streams at once: as many slow downloads and slow answers through the gateway as there is room for, and eight
 * answers that the model is writing. How many threads, how much memory and processor time they take, and what becomes of two
 * hundred more through the gateway.
 */
public final class StreamLoad {

    private static final int DOWNLOADS = 128;
    private static final int GATEWAY = 64;
    private static final int OF_ONE_PERSON = 8;
    private static final int QUESTIONS = 8;
    private static final int QUESTIONS_OF_ONE = 2;
    private static final int MORE = 200;
    private static final int PEOPLE = (DOWNLOADS + GATEWAY + MORE) / OF_ONE_PERSON + QUESTIONS / QUESTIONS_OF_ONE;
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 20));
    private static final Pattern BIG = Pattern.compile("\"id\":\"([^\"]+)\",\"name\":\"survey-data.bin\"");
    private static final Pattern TEXT = Pattern.compile("\"id\":\"([^\"]+)\",\"name\":\"[^\"]+\",\"mime_type\":\"text/");
    private static final String BYTES = "GET /api/google/streaming/bytes?count=1000000000 HTTP/1.1\r\n";
    private static final String LIVE = "GET /health/live HTTP/1.1\r\n";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final BenchStage stage;
    private final List<String> tokens;
    private final List<SlowReader> slow = new ArrayList<>();
    private final List<HttpResponse<InputStream>> answers = new ArrayList<>();

    private StreamLoad(BenchStage stage, List<String> tokens) {
        this.stage = stage;
        this.tokens = tokens;
    }

    public static void main(String[] arguments) throws Exception {
        try (BenchStage stage = BenchStage.withApis(Map.of("HOLDFAST_GEMINI_TIMEOUT", "PT60S"))) {
            Browser browser = new Browser(stage.server.origin());
            browser.comeBack(browser.goToGoogle("/auth/login?return_to=/files&scope=" + StandInScopes.GEMINI), People.ADA, "all");
            browser.refresh();
            new StreamLoad(stage, ManyAccounts.like(browser.accessToken(), PEOPLE, stage)).measure();
        }
    }

    private void measure() throws IOException, InterruptedException {
        // One after the other: at the same time, some would find no room for their first refresh.
        tokens.forEach(token -> new Caller(stage.server.origin()).call(Caller.files(token)));
        during("nothing");
        begin();
        during(slow.size() + answers.size() + " streams");
        tellTheRest();
        System.out.printf("streams that go on: %d%n", slow.stream().filter(SlowReader::isUnderWay).count() + answers.size());
        for (SlowReader stream : slow) {
            stream.close();
        }
        for (HttpResponse<InputStream> answer : answers) {
            answer.body().close();
        }
    }

    private void begin() throws IOException, InterruptedException {
        String download = "GET /api/drive/files/" + file(BIG, "survey") + "/content HTTP/1.1\r\n";
        for (int i = 0; i < DOWNLOADS + GATEWAY; i++) {
            slow.add(new SlowReader(stage.server.origin(), (i < DOWNLOADS ? download : BYTES)
                    + "Authorization: Bearer " + tokens.get(i / OF_ONE_PERSON) + "\r\n"));
        }
        stage.google.control().set(Switch.GEMINI_PAUSE, "3000");
        URI questions = stage.server.origin().resolve("/api/drive/files/" + file(TEXT, "") + "/questions");
        for (int i = 0; i < QUESTIONS; i++) {
            String token = tokens.get(PEOPLE - 1 - i / QUESTIONS_OF_ONE);
            answers.add(HTTP.send(HttpRequest.newBuilder(questions).header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json").header("Accept", "text/event-stream")
                    .POST(BodyPublishers.ofString("{\"question\":\"What is it about?\"}")).build(), BodyHandlers.ofInputStream()));
        }
        answers.stream().filter(answer -> answer.statusCode() != 200).forEach(answer -> {
            throw new IllegalStateException("a question was refused: " + answer.statusCode());
        });
        while (!slow.stream().allMatch(SlowReader::isUnderWay)) {
            slow.stream().map(SlowReader::broken).filter(why -> !why.isEmpty()).forEach(why -> {
                throw new IllegalStateException("a stream ended: " + why);
            });
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private String file(Pattern which, String query) {
        Matcher found = which.matcher(new Caller(stage.server.origin()).call("GET /api/drive/files?pageSize=100&q=" + query
                + " HTTP/1.1\r\nAuthorization: Bearer " + tokens.get(0) + "\r\n").body());
        if (!found.find()) {
            throw new IllegalStateException("no such file");
        }
        return found.group(1);
    }

    private void during(String what) throws InterruptedException {
        Caller caller = new Caller(stage.server.origin());
        Duration before = stage.server.processorTime();
        try (Watch watch = new Watch(stage, () -> caller.call(LIVE).status() == 200)) {
            TimeUnit.MILLISECONDS.sleep(TIME.toMillis());
            double share = (double) stage.server.processorTime().minus(before).toMillis() / TIME.toMillis();
            List<Double> live = watch.answers();
            System.out.printf("%s: %s, %d MiB of it live heap; %.3f of a processor; /health/live p50 %.1f ms, worst %.1f ms%n",
                    what, watch.most(), Footprint.liveHeapMib(stage.server), share, live.get(live.size() / 2),
                    live.get(live.size() - 1));
        }
    }

    private void tellTheRest() {
        URI one = stage.server.origin().resolve("/api/google/streaming/bytes?count=10");
        int first = (DOWNLOADS + GATEWAY) / OF_ONE_PERSON;
        long begun = System.nanoTime();
        List<CompletableFuture<Integer>> calls = IntStream.range(0, MORE).mapToObj(i -> HTTP.sendAsync(
                HttpRequest.newBuilder(one).header("Authorization", "Bearer " + tokens.get(first + i / OF_ONE_PERSON)).build(),
                BodyHandlers.discarding()).thenApply(HttpResponse::statusCode)).toList();
        long refused = calls.stream().map(CompletableFuture::join).filter(status -> status == 503).count();
        System.out.printf("%d more through the gateway: %d refused, all answered after %d ms%n", MORE, refused,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }
}
