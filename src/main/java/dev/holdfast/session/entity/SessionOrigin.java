package dev.holdfast.session.entity;

import dev.holdfast.account.entity.PlainText;
import org.jspecify.annotations.Nullable;

/** The origin of a sign-in or of a use: the peer's address and its user agent, both printable and of bounded length. */
public record SessionOrigin(String address, String userAgent) {

    public SessionOrigin {
        address = printable(address);
        userAgent = printable(userAgent);
    }

    private static String printable(@Nullable String text) {
        return text == null ? "" : PlainText.of(text.replaceAll("[^\\x20-\\x7e]", "?"));
    }
}
