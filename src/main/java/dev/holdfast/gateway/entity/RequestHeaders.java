package dev.holdfast.gateway.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The headers of a request that travel to Google, by an allow list. The content type is one of them and stands apart. Nothing
 * else travels: no cookie, no credential of ours, no forwarded header.
 */
public record RequestHeaders(Map<String, String> values, Optional<String> contentType) {

    static final List<String> TRAVELLING = List.of("Accept", "If-Match", "If-None-Match", "If-Modified-Since", "Range",
            "X-Goog-FieldMask");

    /** Headers by which Google's APIs take another method than that of the request line. */
    private static final List<String> OVERRIDES =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]{0,2000}");

    public RequestHeaders {
        values = Map.copyOf(values);
    }

    /**
     * Chooses from the headers sent. {@code sent} returns the values of one header, none if it is absent. Empty if the
     * request asks for another method than its own, or a value is not plain ASCII of bounded length.
     */
    public static Optional<RequestHeaders> of(Function<String, List<String>> sent) {
        if (OVERRIDES.stream().anyMatch(name -> !sent.apply(name).isEmpty())) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        TRAVELLING.forEach(name -> joined(sent.apply(name)).ifPresent(value -> values.put(name, value)));
        Optional<String> contentType = joined(sent.apply("Content-Type"));
        boolean clean = values.values().stream().allMatch(RequestHeaders::isClean)
                && contentType.stream().allMatch(RequestHeaders::isClean);
        return clean ? Optional.of(new RequestHeaders(values, contentType)) : Optional.empty();
    }

    private static Optional<String> joined(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    private static boolean isClean(String value) {
        return VALUE.matcher(value).matches();
    }
}
