package dev.holdfast.google.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.google.SilentNames;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While no name server answers, a call to Google ends when its time is over, and not when the system gives up. */
@Timeout(20)
class SlowNamesTest {

    private static final String GOOGLE = "http://google.example";
    private static final URI CALL = URI.create(GOOGLE + "/v1beta/stream");

    private final SilentNames names = new SilentNames();

    @AfterEach
    void leave() {
        names.answer();
    }

    @Test
    void callWhenItsDeadlinePassesDuringTheLookupThenItIsATimeout() {
        assertEquals("timeout", codeOfCall(Duration.ofMillis(300), Map.of("holdfast.google.timeout", "PT6S")));
    }

    @Test
    void callWhenItsDeadlinePassesDuringTheLookupOfTheProxyThenTheProxyIsNotBlamed() {
        assertEquals("timeout", codeOfCall(Duration.ofMillis(300),
                Map.of("holdfast.google.timeout", "PT6S", "holdfast.google.proxy", "proxy.example:3128")));
    }

    @Test
    void callWhenTheLookupAloneTakesTooLongThenNothingWasConnected() {
        assertEquals("connection_failed", codeOfCall(Duration.ofMinutes(5), Map.of("holdfast.google.timeout", "PT0.3S")));
    }

    private String codeOfCall(Duration patience, Map<String, String> settings) {
        GoogleConfig config = new GoogleConfig(SettingsOf.google(GOOGLE, settings));
        Deadline deadline = Deadline.in(patience);
        try (Wire wire = new Wire(config, names)) {
            return assertThrows(GoogleTrouble.class,
                    () -> wire.send(Wire.Pool.APIS, CALL, new HttpGet(CALL), deadline::hasPassed)).code();
        }
    }
}
