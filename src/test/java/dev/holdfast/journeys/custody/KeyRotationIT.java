package dev.holdfast.journeys.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Metrics;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Encryption keys change without being noticed, and without the right key no token can be decrypted. */
class KeyRotationIT {

    private static final String KEYS = "HOLDFAST_CRYPTO_KEYS";

    private static final int EX_CONFIG = 78;

    private final String first = "1:" + newKey();
    private final String second = "4711:" + newKey();
    private final String third = "3:" + newKey();

    @Test
    void keysWhenRotatedThenEverybodyStaysAndTheOldOneCanGo() throws Exception {
        try (StandInGoogle google = StandInGoogle.start()) {
            Map<String, String> settings = Stage.settingsFor(google);
            settings.put(KEYS, first);
            try (HoldfastServer server = HoldfastServer.unhurried(settings).start()) {
                Browser ada = new Browser(server.origin());
                ada.signIn(People.ADA);

                restart(server, settings, second + "," + first);
                Eventually.holds(Duration.ofSeconds(30), "re-encryption reports none left",
                        () -> server.log().contains("everything stored is encrypted with key 4711"));
                assertEquals(0, Metrics.of(server).value("holdfast_reencryption_rows_left"));
                assertEquals(200, ada.refresh().statusCode());

                restart(server, settings, second);
                assertEquals(200, ada.refresh().statusCode());
                assertEquals(200, ada.get("/api/drive/files?pageSize=1").statusCode());
                assertEquals("active", Browser.json(ada.get("/api/google/grant")).get("status").getAsString());
                assertEquals(1, google.counts().of(StandInArea.EXCHANGE), "nobody had to sign in again");

                assertRefusedWithoutThem(server, settings);
            }
        }
    }

    /** The status says that another try will not help, and the log names the missing key. */
    private void assertRefusedWithoutThem(HoldfastServer server, Map<String, String> settings) throws InterruptedException {
        assertTrue(server.stop());
        settings.put(KEYS, third);
        assertEquals(EX_CONFIG, server.launch().awaitExit(Duration.ofMinutes(4)));
        assertTrue(server.log().contains("it needs key 4711 of holdfast.crypto.keys"), server::log);
        assertTrue(Pattern.compile("(?m)HF0102 .*signing key.*4711").matcher(server.log()).find(), server::log);
        assertFalse(server.log().contains(third.substring(2)), "no key is told");
    }

    private static void restart(HoldfastServer server, Map<String, String> settings, String keys) {
        assertTrue(server.stop());
        settings.put(KEYS, keys);
        server.start();
    }

    private static String newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
