package dev.holdfast.standin.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML from {@code /standin} on the class path: {@code {{name}}} is escaped, {@code {{{name}}}} is HTML already. */
public final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\{(\\w+)}}}|\\{\\{(\\w+)}}");
    private static final Map<String, String> LOADED = new ConcurrentHashMap<>();

    private Template() {}

    /** Returns a whole page around the filled template of that name. */
    public static String page(String title, String name, Map<String, String> values) {
        return fill("page.html", Map.of("title", title, "style", load("style.css"), "body", fill(name, values)));
    }

    public static String fill(String name, Map<String, String> values) {
        Matcher matcher = PLACEHOLDER.matcher(load(name));
        StringBuilder html = new StringBuilder();
        while (matcher.find()) {
            String raw = matcher.group(1);
            String value = values.getOrDefault(raw == null ? matcher.group(2) : raw, "");
            matcher.appendReplacement(html, Matcher.quoteReplacement(raw == null ? escape(value) : value));
        }
        return matcher.appendTail(html).toString();
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Returns the file as it is. */
    public static String load(String name) {
        return LOADED.computeIfAbsent(name, unused -> {
            try (InputStream in = Template.class.getResourceAsStream("/standin/" + name)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }
}
