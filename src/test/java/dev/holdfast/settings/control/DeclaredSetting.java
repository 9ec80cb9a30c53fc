package dev.holdfast.settings.control;

import dev.holdfast.settings.entity.SettingFault;

/** A setting as the code knows it; an empty text means that the code has no default or no bounds for it. */
public record DeclaredSetting(String key, String fallback, String bounds) {

    /** Merges with a second declaration of the same setting, which may say more or less. */
    DeclaredSetting and(DeclaredSetting again) {
        if (!fallback.isEmpty() && !again.fallback.isEmpty() && !fallback.equals(again.fallback)) {
            throw new IllegalStateException(key + " has two defaults: " + fallback + ", " + again.fallback);
        }
        return new DeclaredSetting(key, fallback.isEmpty() ? again.fallback : fallback,
                bounds.isEmpty() ? again.bounds : bounds);
    }

    DeclaredSetting withFallback(String other) {
        return new DeclaredSetting(key, other, bounds);
    }

    /** Returns its row of the table in {@code docs/operate/settings.md}; only its meaning is written by hand. */
    String row(String meaning) {
        String byDefault = fallback.isEmpty() ? "none" : "`" + fallback + "`";
        String environment = SettingFault.environmentName(key).replaceAll("__([A-Z]+)__", "_<$1>_");
        return "| `%s` | `%s` | %s | %s | %s |".formatted(key, environment, byDefault, bounds, meaning)
                .replace("|  |", "| |");
    }
}
