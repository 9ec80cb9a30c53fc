package dev.holdfast.standin.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A request. Bodies are read up to 32 megabytes. */
public record Call(String method, String path, Params query, Map<String, String> headers, String body) {

    private static final int MOST_BYTES = 1 << 25;

    public static Call read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Params.parse(exchange.getRequestURI().getRawQuery()),
                headers,
                new String(body, StandardCharsets.UTF_8));
    }

    public String header(String name) {
        return headers.get(name);
    }

    public String header(String name, String otherwise) {
        return headers.getOrDefault(name, otherwise);
    }

    public Params form() {
        boolean form = header("Content-Type", "").startsWith("application/x-www-form-urlencoded");
        return form ? Params.parse(body) : Params.NONE;
    }

    /** Returns the Bearer token, or null. */
    public String bearer() {
        String authorization = header("Authorization", "");
        return authorization.regionMatches(true, 0, "Bearer ", 0, 7) ? authorization.substring(7).trim() : null;
    }
}
