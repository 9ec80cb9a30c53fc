package dev.holdfast.journeys.rig;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The query of a URL whose parameters come once each. */
public final class Query {

    private final URI url;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private Query(URI url) {
        this.url = url;
        Arrays.stream(url.getRawQuery().split("&")).map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(decode(pair[0]), decode(pair[1])));
    }

    public static Query of(URI url) {
        return new Query(url);
    }

    public String get(String name) {
        return parameters.get(name);
    }

    public boolean has(String name) {
        return parameters.containsKey(name);
    }

    public Query with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    Query without(String name) {
        parameters.remove(name);
        return this;
    }

    public URI toUrl() {
        return URI.create(url.toString().split("\\?", 2)[0] + "?" + parameters.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue())).collect(Collectors.joining("&")));
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
