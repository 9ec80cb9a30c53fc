package dev.holdfast.standin.control;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.holdfast.standin.fault.Mishap;
import dev.holdfast.standin.fault.Weather;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads weather from a control request: a {@link Mishap} by name, some with a measure of their own, or an answer. */
final class WeatherReader {

    private static final Map<String, String> PLAIN = Map.of("Content-Type", "application/json; charset=utf-8");

    private WeatherReader() {}

    static Weather read(ControlFields fields) {
        String name = fields.get("mishap");
        if (name == null) {
            return verbatim(fields);
        }
        Mishap mishap = Mishap.of(name);
        if (mishap == Mishap.SLOW && fields.get("millis") != null) {
            return Weather.slow(Duration.ofMillis(fields.number("millis", 0)));
        }
        if (mishap == Mishap.DROP_MIDWAY && fields.get("bytes") != null) {
            return Weather.dropMidway(fields.number("bytes", 0));
        }
        if (mishap == Mishap.HANG_MIDWAY && fields.get("bytes") != null) {
            return Weather.hangMidway(fields.number("bytes", 0));
        }
        if (fields.get("location") != null) {
            return Weather.redirect(mishap.weather().answer().status(), URI.create(fields.get("location")));
        }
        return mishap.weather();
    }

    private static Weather verbatim(ControlFields fields) {
        int status = Integer.parseInt(fields.required("status"));
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status must be from 200 to 599");
        }
        String body = fields.values().getOrDefault("body", "");
        return Weather.answer(status, headers(fields.get("headers")), body);
    }

    private static Map<String, String> headers(String json) {
        if (json == null) {
            return PLAIN;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        JsonObject object = JsonParser.parseString(json).getAsJsonObject();
        object.entrySet().forEach(header -> headers.put(header.getKey(), header.getValue().getAsString()));
        return headers;
    }
}
