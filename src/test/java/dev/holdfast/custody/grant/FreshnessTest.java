package dev.holdfast.custody.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

    private static final Instant ISSUED = Instant.parse("2026-11-23T12:00:00Z");

    /**
     * Lifetime, refresh-ahead and age: an hour with five minutes ahead, a minute that is half over, the exact ends and
     * beyond.
     */
    @ParameterizedTest
    @CsvSource({
        "PT1H, PT5M, PT0S, FRESH",
        "PT1H, PT5M, PT54M59S, FRESH",
        "PT1H, PT5M, PT55M, AGEING",
        "PT1H, PT5M, PT59M54S, AGEING",
        "PT1H, PT5M, PT59M55S, EXPIRED",
        "PT1H, PT5M, PT2H, EXPIRED",
        "PT1M, PT5M, PT29S, FRESH",
        "PT1M, PT5M, PT30S, AGEING",
        "PT1M, PT5M, PT55S, EXPIRED",
        "PT10S, PT5M, PT8.9S, AGEING",
        "PT10S, PT5M, PT9S, EXPIRED",
        "PT1H, PT0S, PT59M54S, FRESH",
        "PT1H, PT0S, PT59M55S, EXPIRED"})
    void atWhenSoOldThenSoFresh(Duration lifetime, Duration refreshAhead, Duration age, Freshness freshness) {
        AccessToken token = new AccessToken(Secret.of("token"), Set.of(), ISSUED, ISSUED.plus(lifetime));

        assertEquals(freshness, Freshness.at(ISSUED.plus(age), token, refreshAhead));
    }
}
