package dev.holdfast.settings.control;

import dev.holdfast.settings.entity.SettingFault;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Refuses to start, in words: one log line for each fault, then the application fails and, where our own Liberty
 * configuration asks for it ({@code holdfast.exit-on-fault}), the process ends with a non-zero status.
 */
@ApplicationScoped
public class StartRefusal {

    private static final int EX_CONFIG = 78;
    private static final int EX_TEMPFAIL = 75;

    @Inject Settings settings;

    void refuseFaultySettings(@Observes @Priority(StartOrder.SETTINGS_CHECKED) Startup start) {
        List<SettingFault> faults = settings.faults();
        if (!faults.isEmpty()) {
            faults.forEach(SettingsLog::refusedSetting);
            throw refuse("settings cannot be used: " + faults.size());
        }
    }

    /** Ends the process where that is ours to end, and gives the exception that fails the application in any case. */
    public IllegalStateException refuse(String why) {
        return refuse(why, EX_CONFIG);
    }

    /** As {@link #refuse(String)}, with another exit status: starting again, with nothing changed here, may help. */
    public IllegalStateException refuseForNow(String why) {
        return refuse(why, EX_TEMPFAIL);
    }

    private IllegalStateException refuse(String why, int status) {
        SettingsLog.refusedStart(why);
        if (settings.flag("holdfast.exit-on-fault", false)) {
            // Not on this thread: Liberty's shutdown hook waits for the application start that runs on it.
            Thread exit = new Thread(() -> Runtime.getRuntime().exit(status), "holdfast-exit");
            exit.setDaemon(true);
            exit.start();
        }
        return new IllegalStateException(why);
    }
}
