package dev.holdfast.google.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.holdfast.google.wire.GoogleTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When keys are fetched, and what is said while they cannot be. */
class TransmitterKeysTest {

    private static final RSAKey KEY = key("known");

    private Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private final InstantSource time = () -> now;
    private List<JWK> published = List.of(KEY);
    private boolean away;
    private int fetches;
    private final TransmitterKeys keys = new TransmitterKeys(this::fetch, time.withZone(ZoneOffset.UTC));

    @Test
    void findWhenKnownThenFetchedOnceInAnHour() {
        assertFound("known", "Found", 1);
        pass(TransmitterKeys.GOOD_FOR.minusSeconds(1));
        assertFound("known", "Found", 1);
        pass(Duration.ofSeconds(1));
        assertFound("known", "Found", 2);
    }

    @Test
    void findWhenUnknownThenFetchedOnceInAPause() {
        assertFound("known", "Found", 1);
        pass(TransmitterKeys.PAUSE);
        assertFound("new", "Unknown", 2);
        assertFound("newer", "Unknown", 2);
        published = List.of(KEY, key("new"));
        assertFound("new", "Unknown", 2);
        pass(TransmitterKeys.PAUSE);
        assertFound("new", "Found", 3);
    }

    @Test
    void findWhenTheTransmitterIsAwayThenKnownKeysServeForADayAndOthersMayComeAgain() {
        assertFound("known", "Found", 1);
        away = true;
        pass(TransmitterKeys.GOOD_FOR);
        assertFound("known", "Found", 2);
        assertFound("new", "Unavailable", 2);
        pass(TransmitterKeys.PAUSE_AFTER_FAILURE);
        assertFound("new", "Unavailable", 3);
        pass(TransmitterKeys.SERVE_IN_OUTAGE);
        assertFound("known", "Unavailable", 4);
        away = false;
        pass(TransmitterKeys.PAUSE_AFTER_FAILURE);
        assertFound("known", "Found", 5);
    }

    private void assertFound(String keyId, String lookup, int fetched) {
        assertEquals(lookup, keys.find(keyId).getClass().getSimpleName());
        assertEquals(fetched, fetches);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private List<JWK> fetch() throws GoogleTrouble {
        fetches++;
        if (away) {
            throw new GoogleTrouble("timeout");
        }
        return published;
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
