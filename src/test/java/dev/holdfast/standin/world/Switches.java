package dev.holdfast.standin.world;

import dev.holdfast.standin.idtoken.IdTokenFault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The values of the {@link Switch}es: a person's own, else the general one, else the standard. */
public final class Switches {

    private static final String EVERYBODY = "";

    private final Map<Switch, Map<String, String>> values = new ConcurrentHashMap<>();
    private final Map<Switch, String> standards = new ConcurrentHashMap<>();

    /** Changes the value that a reset goes back to. */
    public void setStandard(Switch which, String value) {
        standards.put(which, value);
    }

    public void set(Switch which, String person, String value) {
        values.computeIfAbsent(which, unused -> new ConcurrentHashMap<>())
                .put(person == null ? EVERYBODY : person, value);
    }

    public void clear(Switch which, String person) {
        values.getOrDefault(which, new ConcurrentHashMap<>()).remove(person == null ? EVERYBODY : person);
    }

    public String get(Switch which, String person) {
        Map<String, String> set = values.getOrDefault(which, Map.of());
        String general = set.getOrDefault(EVERYBODY, standards.getOrDefault(which, which.standard()));
        return person == null ? general : set.getOrDefault(person, general);
    }

    public String get(Switch which) {
        return get(which, null);
    }

    public boolean isOn(Switch which, String person) {
        return Boolean.parseBoolean(get(which, person));
    }

    public Duration seconds(Switch which, String person) {
        return Duration.ofSeconds(Long.parseLong(get(which, person)));
    }

    /** Refuses a value that could not be read later; fails with {@link IllegalArgumentException}. */
    public static void check(Switch which, String value) {
        switch (which) {
            case ACCESS_TOKEN_LIFETIME, CODE_LIFETIME -> Long.parseLong(value);
            case ID_TOKEN -> IdTokenFault.of(value);
            default -> { }
        }
    }

    /** Returns the values that are set, keyed by person ("" for everybody). */
    public Map<Switch, Map<String, String>> set() {
        Map<Switch, Map<String, String>> copy = new LinkedHashMap<>();
        for (Switch which : Switch.values()) {
            Map<String, String> set = values.getOrDefault(which, Map.of());
            if (!set.isEmpty()) {
                copy.put(which, Map.copyOf(set));
            }
        }
        return copy;
    }

    /** Returns the standards of this stand-in that differ from Google's, which also hold after a reset. */
    public Map<Switch, String> ownStandards() {
        return Map.copyOf(standards);
    }

    public void reset() {
        values.clear();
    }
}
