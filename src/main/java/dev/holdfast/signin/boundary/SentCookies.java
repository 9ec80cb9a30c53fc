package dev.holdfast.signin.boundary;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** All cookies of a request, those of the same name included. */
final class SentCookies {

    private SentCookies() {}

    static List<Cookie> of(HttpServletRequest request) {
        Cookie[] sent = request.getCookies();
        return sent == null ? List.of() : List.of(sent);
    }
}
