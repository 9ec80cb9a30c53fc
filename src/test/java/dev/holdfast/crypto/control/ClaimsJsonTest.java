package dev.holdfast.crypto.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimsJsonTest {

    @Test
    void ofEveryCharacterThenItIsWhatNimbusWritesAndReads() throws ParseException {
        for (int character = 0; character <= Character.MAX_VALUE; character++) {
            Map<String, Object> claims = Map.of("upn", "a" + (char) character + "z");

            assertEquals(JSONObjectUtils.toJSONString(claims), ClaimsJson.of(claims), "character " + character);
            assertEquals(claims, JSONObjectUtils.parse(ClaimsJson.of(claims)), "character " + character);
        }
    }

    @Test
    void ofClaimsThenTheyAreInTheirOrderAndOfTheirKind() throws ParseException {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "https://holdfast.example");
        claims.put("a \"name\"", "\uD83D\uDE00 \"quoted\" </script> \\");
        claims.put("none", List.of());
        claims.put("groups", List.of("user", "admin\n"));
        claims.put("gen", Long.MAX_VALUE);
        claims.put("iat", -1);

        assertEquals(JSONObjectUtils.toJSONString(claims), ClaimsJson.of(claims));
        assertEquals(claims.toString(), JSONObjectUtils.parse(ClaimsJson.of(claims)).toString());
        assertEquals("{}", ClaimsJson.of(Map.of()));
    }

    @Test
    void ofAnythingElseThenItIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ClaimsJson.of(Map.of("exp", 1.5)));
        assertThrows(ClassCastException.class, () -> ClaimsJson.of(Map.of("groups", List.of(1))));
    }
}
