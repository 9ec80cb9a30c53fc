package dev.holdfast.session.entity;

/** One cookie of a request: its name and its exact value, quotes included. */
public record SentCookie(String name, String value) {

    /** Omits the value, which may be a refresh token. */
    @Override
    public String toString() {
        return "SentCookie[" + name + "]";
    }
}
