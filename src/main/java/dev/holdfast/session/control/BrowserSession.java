package dev.holdfast.session.control;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.session.entity.RefreshToken;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the browser of the request in hand holds of our session, and what it is to hold after the response: the token
 * it has, a new one, or none. The boundary reads and writes the cookie; everybody else asks and tells here.
 */
@RequestScoped
public class BrowserSession {

    private RefreshToken presented;
    private Secret kept;
    private Instant keptUntil;
    private boolean dropped;

    /** The genuine refresh token that came with the request; whether its session lives is another question. */
    public Optional<RefreshToken> presented() {
        return Optional.ofNullable(presented);
    }

    public Optional<UUID> presentedSessionId() {
        return presented().map(RefreshToken::sessionId);
    }

    public void present(RefreshToken token) {
        presented = token;
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
