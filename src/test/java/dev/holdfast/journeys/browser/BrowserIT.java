package dev.holdfast.journeys.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.people.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The journeys in a real browser: {@code frontend/e2e}, in two rows, each against a server of its own, and beside them pages in
 * made-up states. The class runs alone, because the rows need two processors.
 */
@Isolated
@ResourceLock(Locks.BROWSER)
class BrowserIT {

    /** Short, so that tokens expire while the browser runs. */
    private static final int ACCESS_TOKEN_SECONDS = 3;

    @Test
    void pagesWhenUsedInARealBrowserThenEveryJourneyEndsWell() throws Exception {
        try (StandInGoogle oneGoogle = StandInGoogle.start(); StandInGoogle otherGoogle = StandInGoogle.start();
                HoldfastServer one = launchedFor(oneGoogle); HoldfastServer other = launchedFor(otherGoogle)) {
            one.awaitReady();
            other.awaitReady();
            Playwright.Run run = Playwright.inRows(List.of(one, other), List.of(oneGoogle, otherGoogle))
                    .setting("HOLDFAST_SESSION_SECONDS", Integer.toString(ACCESS_TOKEN_SECONDS)).run("e2e");
            assertEquals(0, run.status(), run::output);
        }
    }

    private static HoldfastServer launchedFor(StandInGoogle google) {
        Map<String, String> settings = Stage.settingsWithApis(google);
        settings.put("HOLDFAST_ADMIN_EMAILS", People.BRUNO);
        settings.put("HOLDFAST_SESSION_ACCESS_TOKEN_LIFETIME", "PT" + ACCESS_TOKEN_SECONDS + "S");
        return HoldfastServer.unpacked(settings).launch();
    }
}
