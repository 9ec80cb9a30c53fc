package dev.holdfast.session.entity;

import org.jspecify.annotations.Nullable;

/** The origin of a sign-in or of a use: the peer's address and its user agent, both printable and of bounded length. */
public record SessionOrigin(String address, String userAgent) {

    private static final int MOST = 300;

    public SessionOrigin {
        address = printable(address);
        userAgent = printable(userAgent);
    }

    private static String printable(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String clean = text.replaceAll("[^\\x20-\\x7e]", "?");
        return clean.length() <= MOST ? clean : clean.substring(0, MOST);
    }
}
