package dev.holdfast.crypto.entity;

/** What a key of ours signs; the {@code typ} header keeps the two kinds of token apart (RFC 8725 section 3.11). */
public enum KeyPurpose {
    ACCESS("at+jwt"),
    REFRESH("rt+jwt");

    private final String typ;

    KeyPurpose(String typ) {
        this.typ = typ;
    }

    public String typ() {
        return typ;
    }
}
