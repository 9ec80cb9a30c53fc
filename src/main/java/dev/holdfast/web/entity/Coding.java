package dev.holdfast.web.entity;

import java.util.Arrays;
import java.util.Optional;

/** In what form the build leaves a file besides its own, the smallest first (RFC 9110 section 8.4.1, RFC 7932). */
public enum Coding {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz");

    private final String token;
    private final String ending;

    Coding(String token, String ending) {
        this.token = token;
        this.ending = ending;
    }

    /** What {@code Content-Encoding} and {@code Accept-Encoding} call it. */
    public String token() {
        return token;
    }

    /** The path of that form of a file. */
    public String of(String path) {
        return path + ending;
    }

    /** The coding of a path that is itself such a form, and no file people ask for. */
    public static Optional<Coding> ofPath(String path) {
        return Arrays.stream(values()).filter(coding -> path.endsWith(coding.ending)).findFirst();
    }
}
