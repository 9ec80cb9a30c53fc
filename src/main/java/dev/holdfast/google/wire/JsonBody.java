package dev.holdfast.google.wire;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/** Reads a body that should be a JSON object. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * Returns the object's members; empty for anything else, also for the literal {@code null}, which the parser returns
     * as null.
     */
    public static Optional<Map<String, Object>> members(String body) {
        try {
            return Optional.ofNullable(JSONObjectUtils.parse(body));
        } catch (ParseException notAnObject) {
            return Optional.empty();
        }
    }
}
