package dev.holdfast.journeys.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page that listens: one stream of server-sent events, read as they come by a thread of its own. */
public final class EventStream implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpResponse<InputStream> answer;
    private final List<String> events = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        Thread reader = new Thread(this::read, "event stream");
        reader.setDaemon(true);
        reader.start();
    }

    /** Opens the stream of that browser's session; without a 200 there is no event, and the body is the refusal. */
    public static EventStream of(Browser browser) {
        try {
            return new EventStream(HTTP.send(browser.bearer("/api/events").build(), BodyHandlers.ofInputStream()));
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public int status() {
        return answer.statusCode();
    }

    public String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** Returns what has come so far, as {@code name data}. */
    public List<String> events() {
        return List.copyOf(events);
    }

    /** Waits for an event that begins like this. */
    public void awaits(String beginning) {
        Eventually.holds(PATIENCE, beginning + " after " + events, () -> events.stream()
                .anyMatch(event -> event.startsWith(beginning)));
    }

    /** Waits for the end of the stream. */
    public void awaitsEnd() {
        Eventually.holds(PATIENCE, "the end after " + events, () -> ended);
    }

    public boolean hasEnded() {
        return ended;
    }

    /** Goes away without a word. */
    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException alreadyGone) {
            // That is what was wanted.
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    events.add(name + " " + line.substring("data:".length()).strip());
                }
            }
        } catch (IOException broken) {
            events.add("broken");
        }
        ended = true;
    }
}
