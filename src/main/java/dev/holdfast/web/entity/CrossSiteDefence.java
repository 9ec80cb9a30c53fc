package dev.holdfast.web.entity;

import java.util.List;
import java.util.Set;

/**
 * Decides whether a request may have been caused by our own pages or by a program, never by somebody else's page. A
 * header sent twice counts as foreign.
 */
public final class CrossSiteDefence {

    private static final String CALLBACK = "/auth/callback";

    /** Fetched by script, or navigated to at top level; everything else is an element of some page. */
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

    /** Of what is refused: the browser says that it is our own page, and the page's origin is not ours. */
    public boolean isFromAnotherAddress(RequestSource source) {
        return source.site().equals(List.of("same-origin")) && source.origin().size() == 1
                && !source.origin().equals(List.of(ownOrigin));
    }

    /** Cookies come along by themselves: the browser must say that the request is ours. */
    private boolean isProvenOwn(RequestSource source) {
        return source.site().isEmpty()
                ? source.origin().equals(List.of(ownOrigin))
                : source.site().equals(List.of("same-origin")) && noneBut(Set.of(ownOrigin), source.origin());
    }

    /** A Bearer token does not come along by itself: silence is fine, a foreign page is not. */
    private boolean isNotForeign(RequestSource source) {
        return noneBut(OWN_OR_TYPED, source.site()) && noneBut(Set.of(ownOrigin), source.origin());
    }

    private static boolean noneBut(Set<String> allowed, List<String> values) {
        return values.isEmpty() || values.size() == 1 && allowed.contains(values.get(0));
    }
}
