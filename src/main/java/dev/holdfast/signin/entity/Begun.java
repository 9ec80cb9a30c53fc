package dev.holdfast.signin.entity;

import java.util.List;
import java.util.Set;

/** The origin of the navigation to {@code /auth/login}. */
public enum Begun {
    /** Our own pages, a typed address or a bookmark; also a browser that does not send the header. */
    HERE,
    /** A page of another site or of a sibling host: the browser may have left out a SameSite=Strict cookie. */
    ELSEWHERE;

    private static final Set<String> OTHERS = Set.of("cross-site", "same-site");

    /** Reads the origin; {@code site} holds the values of {@code Sec-Fetch-Site} (Fetch Metadata section 2.2). */
    public static Begun by(List<String> site) {
        return site.stream().anyMatch(OTHERS::contains) ? ELSEWHERE : HERE;
    }
}
