package dev.holdfast.standin.control;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a fault from a control request: a {@link FaultKind} by name, some with a measure of their own, or an answer. */
final class FaultReader {

    private static final Map<String, String> PLAIN = Map.of("Content-Type", "application/json; charset=utf-8");

    private FaultReader() {}

    static Fault read(ControlFields fields) {
        String name = fields.get("mishap");
        if (name == null) {
            return verbatim(fields);
        }
        FaultKind kind = FaultKind.of(name);
        if (kind == FaultKind.SLOW && fields.get("millis") != null) {
            return Fault.slow(Duration.ofMillis(fields.number("millis", 0)));
        }
        if (kind == FaultKind.DROP_MIDWAY && fields.get("bytes") != null) {
            return Fault.dropMidway(fields.number("bytes", 0));
        }
        if (kind == FaultKind.HANG_MIDWAY && fields.get("bytes") != null) {
            return Fault.hangMidway(fields.number("bytes", 0));
        }
        if (fields.get("location") != null) {
            return Fault.redirect(kind.fault().answer().status(), URI.create(fields.get("location")));
        }
        return kind.fault();
    }

    private static Fault verbatim(ControlFields fields) {
        int status = Integer.parseInt(fields.required("status"));
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status must be from 200 to 599");
        }
        String body = fields.values().getOrDefault("body", "");
        return Fault.answer(status, headers(fields.get("headers")), body);
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
