package dev.holdfast.crypto.entity;

/** The kind of token that a key signs; the {@code typ} header keeps the two kinds apart (RFC 8725 section 3.11). */
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
