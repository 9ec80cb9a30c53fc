package dev.holdfast.session.control;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.session.entity.RefreshToken;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the browser of the request in hand holds of our session, and what it is to hold after the response: the token
 * it has, a new one, or none. The boundary reads and writes the cookie; everybody else asks and tells here.
 */
@RequestScoped
public class BrowserSession {

    private final List<RefreshToken> genuine = new ArrayList<>();
    private boolean doubled;
    private Secret kept;
    private Instant keptUntil;
    private boolean dropped;

    /**
     * The genuine refresh token that came with the request, if it was the only cookie of its name; whether its session
     * lives is another question.
     */
    public Optional<RefreshToken> presented() {
        return doubled ? Optional.empty() : genuine.stream().findFirst();
    }

    /** Every genuine one, for somebody who wants to be rid of them all. */
    public List<RefreshToken> allPresented() {
        return List.copyOf(genuine);
    }

    public Optional<UUID> presentedSessionId() {
        return presented().map(RefreshToken::sessionId);
    }

    public void present(List<Optional<RefreshToken>> cookies) {
        doubled = cookies.size() > 1;
        cookies.forEach(cookie -> cookie.ifPresent(genuine::add));
    }

    public void keep(Secret refreshToken, Instant until) {
        kept = refreshToken;
        keptUntil = until;
        dropped = false;
    }

    public void drop() {
        kept = null;
        dropped = true;
    }

    public Optional<Secret> kept() {
        return Optional.ofNullable(kept);
    }

    public Instant keptUntil() {
        return keptUntil;
    }

    public boolean isDropped() {
        return dropped;
    }
}
