package dev.holdfast.signals.entity;

import java.util.Locale;

/** The fate of a genuine signal when it is received; each of them is answered alike. */
public enum SignalReceipt {
    ACCEPTED,
    /** It was received before. */
    DUPLICATE,
    /** It is about no account of this installation, or about a token that is not stored. Nothing of it is kept. */
    UNKNOWN_ACCOUNT,
    /** It is of a kind that nothing is done about. */
    IGNORED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
