package dev.holdfast.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The journeys in a real browser: {@code frontend/e2e}, against the shared stage. */
class BrowserIT {

    private static final long MINUTES = 15;

    @Test
    void pagesWhenUsedInARealBrowserThenEveryJourneyEndsWell() throws Exception {
        Stage stage = Stage.shared();
        Path output = Path.of("target/journeys/browser.log").toAbsolutePath();
        Files.createDirectories(output.getParent());
        ProcessBuilder playwright = new ProcessBuilder(Path.of("frontend/run").toAbsolutePath().toString(), "run", "e2e")
                .directory(Path.of("frontend").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        playwright.environment().put("HOLDFAST_URL", stage.holdfast().origin().toString());
        playwright.environment().put("STANDIN_URL", stage.google().origin().toString());
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
