package dev.holdfast.signin.entity;

import java.util.List;
import java.util.Set;

/** Where the navigation to {@code /auth/login} came from. */
public enum Begun {
    /** Our own pages, a typed address, a bookmark; also a browser that does not tell. */
    HERE,
    /** A page of another site or of a sibling host, on which a SameSite=Strict cookie may have stayed at home. */
    ELSEWHERE;

    private static final Set<String> OTHERS = Set.of("cross-site", "same-site");

    /** {@code site}: the values of {@code Sec-Fetch-Site} (Fetch Metadata section 2.2). */
    public static Begun by(List<String> site) {
        return site.stream().anyMatch(OTHERS::contains) ? ELSEWHERE : HERE;
    }
}
