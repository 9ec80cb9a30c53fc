package dev.holdfast.journeys.development;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.standin.StandInGoogle;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Dev mode serves what is changed in the sources, without a new start of the server. */
class DevModeIT {

    private static final Duration START_WITHIN = Duration.ofMinutes(6);
    private static final Duration RELOAD_WITHIN = Duration.ofMinutes(3);
    private static final String PAGE = "/dev-mode.txt";
    private static final String NOWHERE = "/auth/nowhere";
    private static final String TITLE = "There is nothing here.";
    private static final String ANOTHER_TITLE = "This title was written in dev mode.";

    @Test
    void devModeWhenAPageAndAClassAreChangedThenTheRunningServerHasThem() throws IOException {
        try (StandInGoogle google = StandInGoogle.start(); DevMode mode = DevMode.start(google)) {
            Eventually.holds(START_WITHIN, "dev mode is ready", mode::isReady);
            Browser browser = new Browser(mode.origin());
            assertTrue(browser.goToGoogle("/auth/login").toString().startsWith(google.origin().toString()));
            assertTrue(mode.served(NOWHERE).contains(TITLE));

            Files.writeString(mode.file("frontend/dist/app/browser" + PAGE), "a page");
            Eventually.holds(RELOAD_WITHIN, "the new page is served", () -> mode.served(PAGE).equals("a page"));

            mode.replace("src/main/java/dev/holdfast/problem/ProblemCode.java", TITLE, ANOTHER_TITLE);
            Eventually.holds(RELOAD_WITHIN, "the changed class answers", () -> mode.served(NOWHERE).contains(ANOTHER_TITLE));

            assertEquals(1, mode.serverStarts());
            assertTrue(mode.quit(), "no process is left");
        }
    }
}
