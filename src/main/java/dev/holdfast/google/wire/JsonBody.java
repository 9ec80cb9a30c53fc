package dev.holdfast.google.wire;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
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

    /** Returns the members of a published document; any answer but 200 with an object is a failure. */
    public static Map<String, Object> document(Answer answer) throws GoogleTrouble {
        if (answer.status() != 200) {
            throw new GoogleTrouble("http_" + answer.status());
        }
        return members(answer.body()).orElseThrow(() -> new GoogleTrouble("unusable_body"));
    }

    /**
     * Returns the keys of a published JSON Web Key Set (RFC 7517 section 5). A key of an unknown kind is skipped; the
     * others stay usable.
     */
    public static List<JWK> keySet(Answer answer) throws GoogleTrouble {
        List<JWK> keys = new ArrayList<>();
        for (Map<String, Object> member : listed(document(answer))) {
            try {
                keys.add(JWK.parse(member));
            } catch (ParseException foreign) {
                // A key of an unknown kind is skipped.
            }
        }
        return keys;
    }

    private static Map<String, Object>[] listed(Map<String, Object> set) throws GoogleTrouble {
        try {
            return Optional.ofNullable(JSONObjectUtils.getJSONObjectArray(set, "keys"))
                    .orElseThrow(() -> new GoogleTrouble("no_keys"));
        } catch (ParseException unusable) {
            throw new GoogleTrouble("unusable_body");
        }
    }
}
