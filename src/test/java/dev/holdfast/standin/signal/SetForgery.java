package dev.holdfast.standin.signal;

import java.util.Locale;

/** A way in which a token is not what a receiver may accept; but for {@link #NONE} and {@link #EXPIRED}, which are genuine. */
public enum SetForgery {
    NONE,
    /** Carries an {@code exp} in the past, which a receiver does not look at. */
    EXPIRED,
    OTHER_KEY,
    UNKNOWN_KID,
    ALG_NONE,
    HS256_WITH_PUBLIC_KEY,
    FOREIGN_AUDIENCE,
    FOREIGN_ISSUER,
    NO_JTI,
    NO_IAT,
    AHEAD,
    TWO_EVENTS,
    NO_EVENTS,
    ACCESS_TOKEN_TYPE,
    NO_TOKEN,
    TOO_LARGE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SetForgery of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
