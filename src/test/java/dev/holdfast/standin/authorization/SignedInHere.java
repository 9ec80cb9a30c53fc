package dev.holdfast.standin.authorization;

import dev.holdfast.standin.http.Call;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The people a browser has signed in with at the stand-in, in a cookie of its own. */
record SignedInHere(Set<String> subs) {

    private static final String COOKIE = "standin_people=";

    static SignedInHere of(Call call) {
        Set<String> subs = new LinkedHashSet<>();
        for (String cookie : call.header("Cookie", "").split("; ")) {
            if (cookie.startsWith(COOKIE)) {
                subs.addAll(List.of(cookie.substring(COOKIE.length()).split("\\.")));
            }
        }
        return new SignedInHere(subs);
    }

    boolean contains(String sub) {
        return subs.contains(sub);
    }

    /** Returns the cookie with one more person in it. */
    String and(String sub) {
        Set<String> more = new LinkedHashSet<>(subs);
        more.add(sub);
        return COOKIE + String.join(".", more) + "; Path=/o/oauth2; HttpOnly; SameSite=Lax";
    }
}
