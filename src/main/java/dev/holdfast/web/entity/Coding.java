package dev.holdfast.web.entity;

import java.util.Arrays;
import java.util.Optional;

/** The compressed forms that the build makes of a file, the smallest first (RFC 9110 section 8.4.1, RFC 7932). */
public enum Coding {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz");

    private final String token;
    private final String ending;

    Coding(String token, String ending) {
        this.token = token;
        this.ending = ending;
    }

    /** Returns the name in {@code Content-Encoding} and {@code Accept-Encoding}. */
    public String token() {
        return token;
    }

    /** Returns the path of this form of a file. */
    public String of(String path) {
        return path + ending;
    }

    /** Returns the coding of a path that is itself such a form, and therefore not a file that people request. */
    public static Optional<Coding> ofPath(String path) {
        return Arrays.stream(values()).filter(coding -> path.endsWith(coding.ending)).findFirst();
    }
}
