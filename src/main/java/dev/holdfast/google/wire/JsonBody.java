package dev.holdfast.google.wire;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/** Reads a body that should be a JSON object. */
public final class JsonBody {

    private JsonBody() {}

    /** Empty for anything else, the literal {@code null} included, for which the parser answers null. */
    public static Optional<Map<String, Object>> members(String body) {
        try {
            return Optional.ofNullable(JSONObjectUtils.parse(body));
        } catch (ParseException notAnObject) {
            return Optional.empty();
        }
    }
}
