package dev.holdfast.session.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessClaimsTest {

    private static final String ISSUER = "https://files.example";
    private static final long NOW = Instant.parse("2026-11-23T12:00:00Z").getEpochSecond();

    @Test
    void isForWhenIssuerAudienceAndClientAreOursThenTrue() {
        assertTrue(claims(Map.of()).isFor(ISSUER));
    }

    /** RFC 9068 section 4: the audience and the issuer must be checked. */
    @ParameterizedTest
    @CsvSource({"iss, https://other.example", "iss, https://files.example/", "aud, holdfast/refresh", "client_id, other"})
    void isForWhenOneOfThemIsNotThenFalse(String claim, String value) {
        assertFalse(claims(Map.of(claim, value)).isFor(ISSUER));
    }

    @Test
    void isForWhenAudienceIsAListThenFalse() {
        assertFalse(claims(Map.of("aud", List.of("holdfast"))).isFor(ISSUER));
    }

    /** Five seconds of skew, and not one more. */
    @ParameterizedTest
    @CsvSource({"0, true", "299, true", "304, true", "305, false", "-5, true", "-6, false"})
    void isValidAtWhenSoManySecondsAfterIssueThenValidOrNot(long seconds, boolean valid) {
        AccessClaims claims = claims(Map.of("iat", NOW, "exp", NOW + 300));

        assertEquals(valid, claims.isValidAt(Instant.ofEpochSecond(NOW + seconds)));
    }

    private static AccessClaims claims(Map<String, Object> changed) {
        Map<String, Object> members = new HashMap<>(Map.of("iss", ISSUER, "aud", "holdfast", "client_id", "holdfast-spa",
                "iat", NOW, "exp", NOW + 300));
        members.putAll(changed);
        return new AccessClaims(members);
    }
}
