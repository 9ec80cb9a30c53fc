package dev.holdfast.journeys.telemetry;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A collector for OTLP over HTTP: it keeps every byte that it is sent, and reads the spans in it. */
final class TraceCollector implements AutoCloseable {

    private final HttpServer server;
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();

    private record Received(String path, byte[] body) {}

    /** Ids in hexadecimal; of a root, the parent's is empty. Kind: 1 internal, 2 server, 3 client. */
    record Span(String trace, String id, String parent, String name, long kind, Map<String, String> attributes,
            List<String> linkedTraces) {}

    private TraceCollector(HttpServer server) {
        this.server = server;
    }

    static TraceCollector start() {
        try {
            TraceCollector collector = new TraceCollector(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
            collector.server.createContext("/", collector::keep);
            collector.server.setExecutor(Executors.newCachedThreadPool());
            collector.server.start();
            return collector;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the settings that turn telemetry on and send all of it here, without delay. */
    Map<String, String> settings() {
        return Map.of("OTEL_SDK_DISABLED", "false",
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + server.getAddress().getPort(),
                "OTEL_LOGS_EXPORTER", "otlp", "OTEL_METRICS_EXPORTER", "otlp",
                "OTEL_BSP_SCHEDULE_DELAY", "100", "OTEL_BLRP_SCHEDULE_DELAY", "100", "OTEL_METRIC_EXPORT_INTERVAL", "500");
    }

    /** Returns how many bodies came to that path. */
    long received(String path) {
        return received.stream().filter(each -> each.path().equals(path)).count();
    }

    /** Returns every byte of all bodies, one character for each, and once more as UTF-8. */
    String everything() {
        StringBuilder all = new StringBuilder();
        received.forEach(each -> all.append(new String(each.body(), StandardCharsets.ISO_8859_1)).append('\n')
                .append(new String(each.body(), StandardCharsets.UTF_8)).append('\n'));
        return all.toString();
    }

    /** {@code ExportTraceServiceRequest} of opentelemetry-proto: resource spans, scope spans, spans. */
    List<Span> spans() {
        return received.stream().filter(each -> each.path().equals("/v1/traces"))
                .flatMap(each -> messages(parsed(ByteString.copyFrom(each.body())), 1))
                .flatMap(resource -> messages(resource, 2)).flatMap(scope -> messages(scope, 2))
                .map(TraceCollector::span).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void keep(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(exchange.getRequestURI().getPath(), exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Span span(UnknownFieldSet span) {
        Map<String, String> attributes = new LinkedHashMap<>();
        messages(span, 9).forEach(pair -> attributes.put(text(pair, 1), value(messages(pair, 2).findFirst().orElseThrow())));
        return new Span(hex(span, 1), hex(span, 2), hex(span, 4), text(span, 5),
                span.getField(6).getVarintList().stream().findFirst().orElse(0L), attributes,
                messages(span, 13).map(link -> hex(link, 1)).toList());
    }

    private static String value(UnknownFieldSet any) {
        return any.hasField(1) ? text(any, 1)
                : Stream.of(2, 3).flatMap(field -> any.getField(field).getVarintList().stream()).findFirst().orElse(0L).toString();
    }

    private static Stream<UnknownFieldSet> messages(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream().map(TraceCollector::parsed);
    }

    private static String text(UnknownFieldSet message, int field) {
        return bytes(message, field).toStringUtf8();
    }

    private static String hex(UnknownFieldSet message, int field) {
        return HexFormat.of().formatHex(bytes(message, field).toByteArray());
    }

    private static ByteString bytes(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream().findFirst().orElse(ByteString.EMPTY);
    }

    private static UnknownFieldSet parsed(ByteString bytes) {
        try {
            return UnknownFieldSet.parseFrom(bytes);
        } catch (InvalidProtocolBufferException garbled) {
            throw new UncheckedIOException(garbled);
        }
    }
}
