package dev.holdfast.journeys.rig;

import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;

/** The metrics of a server at one moment. */
public final class Metrics {

    private final String text;

    private Metrics(String text) {
        this.text = text;
    }

    public static Metrics of(HoldfastServer server) {
        return new Metrics(Browser.exchange(HttpRequest.newBuilder(server.origin().resolve("/metrics")).build()).body());
    }

    /**
     * Returns the sum over all series of that name that carry these labels, such as {@code outcome="refreshed"}; 0 without
     * any.
     */
    public double value(String name, String... labels) {
        List<String> wanted = Arrays.asList(labels);
        return text.lines().filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> wanted.stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    /** Returns how much {@link #value} has grown since then. */
    public double since(Metrics before, String name, String... labels) {
        return value(name, labels) - before.value(name, labels);
    }

    public String text() {
        return text;
    }
}
