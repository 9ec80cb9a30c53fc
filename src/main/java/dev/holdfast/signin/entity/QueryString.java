package dev.holdfast.signin.entity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A query string as received (application/x-www-form-urlencoded), with every value of every parameter. */
public final class QueryString {

    private static final int MOST = 16_384;

    private QueryString() {}

    /** Returns the parameters; empty if the query cannot be decoded or is too long. */
    public static Optional<Map<String, List<String>>> parse(@Nullable String query) {
        if (query == null) {
            return Optional.of(Map.of());
        }
        if (query.length() > MOST) {
            return Optional.empty();
        }
        try {
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                parameters.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            }
            return Optional.of(parameters);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
