package dev.holdfast.session.control;

import dev.holdfast.session.control.Refreshed.Manner;
import dev.holdfast.session.entity.Generation;
import dev.holdfast.session.entity.Renewal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Issues the two tokens that answer a refresh. */
@ApplicationScoped
class TokenPairs {

    @Inject AccessTokens accessTokens;
    @Inject RefreshTokens refreshTokens;

    public Refreshed issue(Manner manner, Renewal renewal, Instant now) {
        Generation generation = renewal.generation();
        return new Refreshed.Issued(manner, generation.sessionId(), accessTokens.issue(renewal, now),
                refreshTokens.issue(generation), generation.endsAt(), renewal.idleEndsAt());
    }
}
