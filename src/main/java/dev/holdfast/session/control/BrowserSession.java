package dev.holdfast.session.control;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.session.entity.RefreshToken;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sessions that the browser of the current request holds, and what it is to hold after the response: the token it
 * has, a new one, or none. Only the boundary reads and writes the cookies; all other code uses this bean.
 *
 * <p>A browser holds one session in one cookie. A sign-in that another site began cannot see that cookie, and so leaves
 * its token in a second one, the arrival. The next refresh sees both cookies, ends the session that began earlier and
 * makes the other one the browser's session.
 */
@RequestScoped
public class BrowserSession {

    /** The most sessions that one request can end, whatever cookies it carries. */
    private static final int MOST = 2;

    private List<Optional<RefreshToken>> cookies = List.of();
    private List<Optional<RefreshToken>> arrivals = List.of();
    private boolean cookieIsLater;
    private Optional<Secret> kept = Optional.empty();
    /** The end of the kept token's session; of no meaning while no token is kept. */
    private Instant keptUntil = Instant.EPOCH;
    private boolean keptApart;
    private boolean dropped;

    /** Takes the tokens that came under the names of the two cookies; empty for a value that is no refresh token of ours. */
    public void present(List<Optional<RefreshToken>> underOurName, List<Optional<RefreshToken>> asArrival) {
        cookies = List.copyOf(underOurName);
        arrivals = List.copyOf(asArrival);
        cookieIsLater = false;
    }

    /** Records that the session of the ordinary cookie is the later one: the arrival's session is over or began earlier. */
    public void arrivalIsFormer() {
        cookieIsLater = true;
    }

    /**
     * The genuine refresh token that came with the request, if it was the only cookie of its name. Its session may be
     * over. An arrival precedes the ordinary cookie, unless {@link #arrivalIsFormer} was called.
     */
    public Optional<RefreshToken> presented() {
        return cookieIsLater ? only(cookies).or(() -> only(arrivals)) : only(arrivals).or(() -> only(cookies));
    }

    /** The genuine token of the other session that the browser has besides {@link #presented}, if there is one. */
    public Optional<RefreshToken> former() {
        Optional<RefreshToken> other = cookieIsLater ? only(arrivals) : only(cookies);
        return presented().flatMap(latest -> other.filter(former -> !former.sessionId().equals(latest.sessionId())));
    }

    /** The sessions of all genuine tokens, for a sign-out from all of them; at most {@value #MOST}. */
    public Set<UUID> allSessionIds() {
        return Stream.concat(arrivals.stream(), cookies.stream()).flatMap(Optional::stream).map(RefreshToken::sessionId)
                .distinct().limit(MOST).collect(Collectors.toUnmodifiableSet());
    }

    /** The sessions that this browser has: none, one, or two while an arrival waits for its first refresh. */
    public Set<UUID> presentedSessionIds() {
        return Stream.concat(presented().stream(), former().stream()).map(RefreshToken::sessionId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the request came without either cookie. */
    public boolean isAnonymous() {
        return cookies.isEmpty() && arrivals.isEmpty();
    }

    /** Whether one of the two cookies came more than once, so that the intended value is unknown. */
    public boolean isAmbiguous() {
        return cookies.size() > 1 || arrivals.size() > 1;
    }

    public boolean hasArrival() {
        return !arrivals.isEmpty();
    }

    public void keep(Secret refreshToken, Instant until) {
        kept = Optional.of(refreshToken);
        keptUntil = until;
        keptApart = false;
        dropped = false;
    }

    /** Keeps the token beside the session that the browser may have but whose cookie it did not send. */
    public void keepApart(Secret refreshToken, Instant until) {
        keep(refreshToken, until);
        keptApart = true;
    }

    public void drop() {
        kept = Optional.empty();
        dropped = true;
    }

    public Optional<Secret> kept() {
        return kept;
    }

    public Instant keptUntil() {
        return keptUntil;
    }

    public boolean isKeptApart() {
        return keptApart;
    }

    public boolean isDropped() {
        return dropped;
    }

    private static Optional<RefreshToken> only(List<Optional<RefreshToken>> sent) {
        return sent.size() == 1 ? sent.get(0) : Optional.empty();
    }
}
