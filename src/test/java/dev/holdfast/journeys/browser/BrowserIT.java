package dev.holdfast.journeys.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.people.People;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The journeys in a real browser: {@code frontend/e2e}, against a server of their own. Alone: their two rows need two processors. */
@Isolated
@ResourceLock(Locks.BROWSER)
class BrowserIT {

    /** Short, so that tokens run out while the browser looks. */
    private static final int ACCESS_TOKEN_SECONDS = 3;

    @Test
    void pagesWhenUsedInARealBrowserThenEveryJourneyEndsWell() throws Exception {
        try (StandInGoogle google = StandInGoogle.start()) {
            Map<String, String> settings = Stage.settingsFor(google);
            settings.put("HOLDFAST_ADMIN_EMAILS", People.BRUNO);
            settings.put("HOLDFAST_SESSION_ACCESS_TOKEN_LIFETIME", "PT" + ACCESS_TOKEN_SECONDS + "S");
            try (HoldfastServer holdfast = HoldfastServer.unpacked(settings).start()) {
                Playwright.Run run = Playwright.with(holdfast, google)
                        .setting("HOLDFAST_SESSION_SECONDS", Integer.toString(ACCESS_TOKEN_SECONDS)).run("e2e");
                assertEquals(0, run.status(), run::output);
            }
        }
    }
}
