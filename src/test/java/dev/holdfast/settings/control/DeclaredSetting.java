package dev.holdfast.settings.control;

import dev.holdfast.settings.entity.SettingFault;

/** A setting as the code knows it; empty texts stand for no default and no bounds that the code could tell. */
public record DeclaredSetting(String key, String fallback, String bounds) {

    /** Asked for a second time, with more or less said of it. */
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

    /** A row of the table in {@code docs/operate/settings.md}; its meaning is for people to write. */
    String row(String meaning) {
        String byDefault = fallback.isEmpty() ? "none" : "`" + fallback + "`";
        return "| `%s` | `%s` | %s | %s | %s |".formatted(key, SettingFault.environmentName(key), byDefault, bounds, meaning)
                .replace("|  |", "| |");
    }
}
