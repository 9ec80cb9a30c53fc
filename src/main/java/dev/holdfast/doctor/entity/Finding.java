package dev.holdfast.doctor.entity;

import java.util.Map;
import java.util.TreeMap;

/**
 * What one check found: {@code check} is its stable name and {@code outcome} the stable name of what was found there, with
 * the {@code values} in it, so that a page can say it in its own words. {@code detail} says the same in English,
 * {@code cure} what to do; it is empty where all is well. Texts are ours; no secret and nobody's name is in them.
 */
public record Finding(String check, Verdict verdict, String outcome, Map<String, String> values, String detail, String cure) {

    public static Finding fine(String check, String outcome, String detail) {
        return new Finding(check, Verdict.FINE, outcome, Map.of(), detail, "");
    }

    public static Finding unknown(String check, String detail, String cure) {
        return new Finding(check, Verdict.UNKNOWN, "unknown", Map.of(), detail, cure);
    }

    public static Finding warning(String check, String outcome, String detail, String cure) {
        return new Finding(check, Verdict.WARNING, outcome, Map.of(), detail, cure);
    }

    public static Finding trouble(String check, String outcome, String detail, String cure) {
        return new Finding(check, Verdict.TROUBLE, outcome, Map.of(), detail, cure);
    }

    /** The same finding with one value more. */
    public Finding with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value.toString());
        return new Finding(check, verdict, outcome, Map.copyOf(more), detail, cure);
    }
}
