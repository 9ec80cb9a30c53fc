package dev.holdfast.doctor.entity;

/**
 * What one check found: {@code check} is its stable name, {@code detail} what was seen, {@code cure} what to do, empty where
 * all is well. Texts are ours; no secret and nobody's name is in them.
 */
public record Finding(String check, Verdict verdict, String detail, String cure) {

    public static Finding fine(String check, String detail) {
        return new Finding(check, Verdict.FINE, detail, "");
    }

    public static Finding unknown(String check, String detail, String cure) {
        return new Finding(check, Verdict.UNKNOWN, detail, cure);
    }

    public static Finding warning(String check, String detail, String cure) {
        return new Finding(check, Verdict.WARNING, detail, cure);
    }

    public static Finding trouble(String check, String detail, String cure) {
        return new Finding(check, Verdict.TROUBLE, detail, cure);
    }
}
