package dev.holdfast.settings.control;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends the server of the runnable jar when the process that was started with {@code java -jar} ends, even if it was killed.
 * The server would otherwise run on and keep its port. That process never writes to our standard input, which ends when the
 * process does.
 */
@ApplicationScoped
public class LauncherWatch {

    private static final int KILLED = 137;

    @Inject Settings settings;

    void start(@Observes @Priority(StartOrder.SETTINGS_READ) Startup start) {
        if (settings.flag("holdfast.end-with-launcher", false)) {
            Thread watch = new Thread(() -> awaitEnd(new FileInputStream(FileDescriptor.in)), "holdfast-launcher-watch");
            watch.setDaemon(true);
            watch.start();
        }
    }

    private static void awaitEnd(InputStream fromLauncher) {
        try {
            while (fromLauncher.read() >= 0) {
                // The launcher writes nothing.
            }
        } catch (IOException gone) {
            // A failed read means the same: the launcher is gone.
        }
        SettingsLog.launcherGone();
        Runtime.getRuntime().exit(KILLED);
    }
}
