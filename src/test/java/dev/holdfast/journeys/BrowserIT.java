package dev.holdfast.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.standin.People;
import dev.holdfast.standin.StandInGoogle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The journeys in a real browser: {@code frontend/e2e}, against a server of their own. */
class BrowserIT {

    /** Enough on a busy machine as well. */
    private static final long MINUTES = 25;

    /** Short, so that tokens run out while the browser looks. */
    private static final int ACCESS_TOKEN_SECONDS = 3;

    @Test
    void pagesWhenUsedInARealBrowserThenEveryJourneyEndsWell() throws Exception {
        try (StandInGoogle google = StandInGoogle.start()) {
            Map<String, String> settings = Stage.settingsFor(google);
            settings.put("HOLDFAST_ADMIN_EMAILS", People.BRUNO);
            settings.put("HOLDFAST_SESSION_ACCESS_TOKEN_LIFETIME", "PT" + ACCESS_TOKEN_SECONDS + "S");
            try (HoldfastServer holdfast = HoldfastServer.unpacked(settings).start()) {
                walk(holdfast, google);
            }
        }
    }

    private static void walk(HoldfastServer holdfast, StandInGoogle google) throws Exception {
        Path output = Path.of("target/journeys/browser.log").toAbsolutePath();
        Files.createDirectories(output.getParent());
        ProcessBuilder playwright = new ProcessBuilder(Path.of("frontend/run").toAbsolutePath().toString(), "run", "e2e")
                .directory(Path.of("frontend").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        playwright.environment().put("HOLDFAST_URL", holdfast.origin().toString());
        playwright.environment().put("STANDIN_URL", google.origin().toString());
        playwright.environment().put("HOLDFAST_SESSION_SECONDS", Integer.toString(ACCESS_TOKEN_SECONDS));
        Process run = playwright.start();
        boolean ended = run.waitFor(MINUTES, TimeUnit.MINUTES);
        run.descendants().forEach(ProcessHandle::destroyForcibly);
        run.destroyForcibly();
        assertEquals(0, ended ? run.exitValue() : -1, () -> read(output));
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (java.io.IOException unreadable) {
            return "see " + output;
        }
    }
}
