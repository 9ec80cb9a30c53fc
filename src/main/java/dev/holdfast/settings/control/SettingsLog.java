package dev.holdfast.settings.control;

import dev.holdfast.settings.entity.SettingFault;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log messages of this room for operators. */
final class SettingsLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.settings");

    private SettingsLog() {}

    static void refusedSetting(SettingFault fault) {
        LOG.log(Level.SEVERE, "HF0101 {0}", fault);
    }

    static void refusedStart(String why) {
        LOG.log(Level.SEVERE, "HF0102 Holdfast does not start: {0}", why);
    }

    static void launcherGone() {
        LOG.log(Level.WARNING, "HF0103 The process that started this server has ended, so this server stops");
    }
}
