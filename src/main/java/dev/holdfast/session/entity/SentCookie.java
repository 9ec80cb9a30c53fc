package dev.holdfast.session.entity;

/** One cookie of a request: its name and its value letter for letter, quotes included. */
public record SentCookie(String name, String value) {

    /** The value may be a refresh token. */
    @Override
    public String toString() {
        return "SentCookie[" + name + "]";
    }
}
