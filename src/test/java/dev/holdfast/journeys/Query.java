package dev.holdfast.journeys;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The query of a URL whose parameters come once each. */
final class Query {

    private final URI url;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private Query(URI url) {
        this.url = url;
        Arrays.stream(url.getRawQuery().split("&")).map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(decode(pair[0]), decode(pair[1])));
    }

    static Query of(URI url) {
        return new Query(url);
    }

    String get(String name) {
        return parameters.get(name);
    }

    boolean has(String name) {
        return parameters.containsKey(name);
    }

    Query with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    Query without(String name) {
        parameters.remove(name);
        return this;
    }

    URI toUrl() {
        return URI.create(url.toString().split("\\?", 2)[0] + "?" + parameters.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue())).collect(Collectors.joining("&")));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
