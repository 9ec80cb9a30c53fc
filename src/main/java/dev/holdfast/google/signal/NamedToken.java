package dev.holdfast.google.signal;

/** The way in which an event names a refresh token: by its beginning, or by a double hash in base64 with padding. */
public record NamedToken(Manner manner, String value) {

    public enum Manner { PREFIX, DOUBLE_HASH }

    @Override
    public String toString() {
        return "NamedToken[" + manner + "]";
    }
}
