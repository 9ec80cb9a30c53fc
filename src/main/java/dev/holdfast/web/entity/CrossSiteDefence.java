package dev.holdfast.web.entity;

import java.util.List;
import java.util.Set;

/**
 * Admits requests that our own pages or a program may have caused, and refuses those of another site's page. A header
 * that is sent twice counts as foreign.
 */
public final class CrossSiteDefence {

    private static final String CALLBACK = "/auth/callback";

    /** A fetch by script, or a navigation at top level; every other destination is an element of a page. */
    private static final Set<String> DESTINATIONS = Set.of("empty", "document");

    private static final Set<String> OWN_OR_TYPED = Set.of("same-origin", "none");

    private final String ownOrigin;

    public CrossSiteDefence(String ownOrigin) {
        this.ownOrigin = ownOrigin;
    }

    public boolean admits(String path, RequestSource source) {
        Area area = Area.of(path);
        if (!area.isPrivate()) {
            return true;
        }
        if (source.isSafe()) {
            return path.equals(CALLBACK) || noneBut(DESTINATIONS, source.destination());
        }
        boolean byCookie = area == Area.AUTH && source.method().equals("POST");
        return noneBut(DESTINATIONS, source.destination())
                && (byCookie ? isProvenOwn(source) : isNotForeign(source));
    }

    /** Whether a refused request comes, as the browser says, from our own page, although the page's origin is not ours. */
    public boolean isFromAnotherAddress(RequestSource source) {
        return source.site().equals(List.of("same-origin")) && source.origin().size() == 1
                && !source.origin().equals(List.of(ownOrigin));
    }

    /** Demands proof that the request is ours, because a browser sends cookies by itself. */
    private boolean isProvenOwn(RequestSource source) {
        return source.site().isEmpty()
                ? source.origin().equals(List.of(ownOrigin))
                : source.site().equals(List.of("same-origin")) && noneBut(Set.of(ownOrigin), source.origin());
    }

    /** Accepts missing headers but no foreign page, because a browser never sends a Bearer token by itself. */
    private boolean isNotForeign(RequestSource source) {
        return noneBut(OWN_OR_TYPED, source.site()) && noneBut(Set.of(ownOrigin), source.origin());
    }

    private static boolean noneBut(Set<String> allowed, List<String> values) {
        return values.isEmpty() || values.size() == 1 && allowed.contains(values.get(0));
    }
}
