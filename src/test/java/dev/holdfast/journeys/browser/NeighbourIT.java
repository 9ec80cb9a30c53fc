package dev.holdfast.journeys.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Ports;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.journeys.stage.Workplace;
import dev.holdfast.standin.StandInGoogle;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A real browser on https beside a hostile host of the same domain: {@code frontend/e2e/https}. */
@ResourceLock(Locks.BROWSER)
class NeighbourIT {

    @Test
    void pagesWhenAHostileHostIsTheNeighbourThenItCannotSignAPersonInOutOrOver() throws Exception {
        int tls = Ports.free();
        try (StandInGoogle google = StandInGoogle.start()) {
            Map<String, String> settings = Stage.settingsFor(google);
            settings.put("HOLDFAST_PUBLIC_URL", "https://holdfast.fernhill.example");
            settings.put("HOLDFAST_CRYPTO_KEYS", "1:" + Workplace.newKey());
            settings.put("HTTPS_PORT", Integer.toString(tls));
            try (HoldfastServer holdfast = HoldfastServer.unhurried(settings).start()) {
                Playwright.Run run = Playwright.with(holdfast, google).setting("HOLDFAST_TLS_PORT", Integer.toString(tls))
                        .run("e2e:https");
                assertEquals(0, run.status(), run::output);
            }
        }
    }
}
