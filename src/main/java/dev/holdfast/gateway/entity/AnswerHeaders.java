package dev.holdfast.gateway.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The headers of Google's answer that travel to the browser, by an allow list, and those that make it inert on our origin.
 * The browser shows or runs nothing but JSON, event streams, plain text and pictures without script; anything else is an
 * attachment.
 */
public final class AnswerHeaders {

    private static final String CONTENT_TYPE = "Content-Type";
    private static final String BYTES = "application/octet-stream";
    private static final List<String> TRAVELLING =
            List.of("Content-Range", "Accept-Ranges", "ETag", "Last-Modified", "Retry-After");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]{1,1000}");
    private static final Pattern TYPE = Pattern.compile("([a-z0-9][a-z0-9!#$&^_.+-]{0,80}/[a-z0-9][a-z0-9!#$&^_.+-]{0,80})"
            + "( *; *[a-z0-9_-]{1,40}=[a-z0-9_.\"+-]{1,80})*");
    private static final Set<String> SHOWN = Set.of("application/json", "text/event-stream", "text/plain", "image/png",
            "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp");

    private AnswerHeaders() {}

    /** Returns the headers; {@code sent} returns a header of Google's answer. */
    public static Map<String, String> of(Function<String, Optional<String>> sent) {
        Map<String, String> headers = new LinkedHashMap<>();
        sent.apply(CONTENT_TYPE).ifPresent(type -> headers.put(CONTENT_TYPE, safe(type)));
        TRAVELLING.forEach(name -> sent.apply(name).filter(value -> VALUE.matcher(value).matches())
                .ifPresent(value -> headers.put(name, value)));
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
        if (!isShown(headers.getOrDefault(CONTENT_TYPE, BYTES))) {
            headers.put("Content-Disposition", "attachment");
        }
        return headers;
    }

    private static String safe(String type) {
        return TYPE.matcher(type.strip().toLowerCase(Locale.ROOT)).matches() ? type.strip() : BYTES;
    }

    private static boolean isShown(String type) {
        String kind = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return SHOWN.contains(kind) || kind.startsWith("application/") && kind.endsWith("+json");
    }
}
