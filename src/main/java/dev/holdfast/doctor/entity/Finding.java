package dev.holdfast.doctor.entity;

import java.util.Map;
import java.util.TreeMap;

/**
 * The result of one check. {@code check} and {@code outcome} are stable names, and {@code values} the values of the outcome,
 * so that a page can use its own words. {@code detail} says the same in English. {@code cure} says what to do; it is empty
 * if all is well. All texts are Holdfast's own; they contain neither a secret nor a person's name.
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

    /** Returns this finding with one more value. */
    public Finding with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value.toString());
        return new Finding(check, verdict, outcome, Map.copyOf(more), detail, cure);
    }
}
