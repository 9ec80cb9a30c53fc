package dev.holdfast.settings.entity;

import java.util.Locale;

/** A fault of one setting, in words an operator can act on: the key, then the cure, never the value. */
public record SettingFault(String key, String cure) {

    @Override
    public String toString() {
        return key + " (environment " + environmentName(key) + "): " + cure;
    }

    /** Returns the name of the environment variable (MicroProfile Config 3.1, "Environment Variables Mapping Rules"). */
    public static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
