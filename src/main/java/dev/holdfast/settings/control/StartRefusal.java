package dev.holdfast.settings.control;

import dev.holdfast.settings.entity.SettingFault;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Refuses the start and says why: logs one line for each fault, fails the application and, if our own Liberty configuration
 * asks for it ({@code holdfast.exit-on-fault}), ends the process with a non-zero status.
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

    /**
     * Ends the process if {@code holdfast.exit-on-fault} is set, and always returns the exception that fails the
     * application.
     */
    public IllegalStateException refuse(String why) {
        return refuse(why, EX_CONFIG);
    }

    /**
     * Same as {@link #refuse(String)}, with the exit status of a temporary failure: another start, with nothing changed
     * here, may help.
     */
    public IllegalStateException refuseForNow(String why) {
        return refuse(why, EX_TEMPFAIL);
    }

    private IllegalStateException refuse(String why, int status) {
        SettingsLog.refusedStart(why);
        if (settings.flag("holdfast.exit-on-fault", false)) {
            // On a thread of its own: Liberty's shutdown hook waits for the application start, which runs on this one.
            Thread exit = new Thread(() -> Runtime.getRuntime().exit(status), "holdfast-exit");
            exit.setDaemon(true);
            exit.start();
        }
        return new IllegalStateException(why);
    }
}
