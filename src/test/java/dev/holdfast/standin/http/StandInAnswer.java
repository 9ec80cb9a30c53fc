package dev.holdfast.standin.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: status, headers and a body, with its length or {@link #UNTOLD}. */
public record StandInAnswer(int status, Map<String, String> headers, long length, Body body) {

    /** The length of a body that is sent in chunks. */
    public static final long UNTOLD = -1;

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

    /** Writes exactly {@code length} bytes, unless that is untold. */
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    public static StandInAnswer of(int status, String contentType, byte[] bytes) {
        return new StandInAnswer(status, Map.of("Content-Type", contentType), bytes.length, out -> out.write(bytes));
    }

    /** A 200 whose length is not told. */
    public static StandInAnswer chunked(Map<String, String> headers, Body body) {
        return new StandInAnswer(200, headers, UNTOLD, body);
    }

    public static StandInAnswer of(int status, Map<String, String> headers, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new StandInAnswer(status, headers, bytes.length, out -> out.write(bytes));
    }

    public static StandInAnswer json(int status, JsonElement json) {
        return of(status, Map.of("Content-Type", "application/json; charset=UTF-8"), GSON.toJson(json) + "\n");
    }

    public static StandInAnswer html(int status, String html) {
        return of(status, Map.of("Content-Type", "text/html; charset=UTF-8"), html);
    }

    public static StandInAnswer empty(int status) {
        return of(status, Map.of(), "");
    }

    public static StandInAnswer redirect(int status, String location) {
        return of(status, Map.of("Location", location, "Cache-Control", "no-store"), "");
    }

    public StandInAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new StandInAnswer(status, more, length, body);
    }

    /** Returns the answer with the headers by which Google forbids caching. */
    public StandInAnswer uncached() {
        return with("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .with("Pragma", "no-cache")
                .with("Expires", "Mon, 01 Jan 1990 00:00:00 GMT");
    }
}
