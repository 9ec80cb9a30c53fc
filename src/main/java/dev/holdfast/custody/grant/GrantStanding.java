package dev.holdfast.custody.grant;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.google.token.AccessToken;
import java.util.Optional;

/** The decision of {@link GrantPolicy} about a grant at a moment. */
public sealed interface GrantStanding {

    /** Its access token is fresh, so Google is not asked. */
    record Fresh(AccessToken token) implements GrantStanding {

        @Override
        public Optional<AccessToken> serving() {
            return Optional.of(token);
        }
    }

    /** Google is left alone for now: the last refresh failed, or a check was answered a moment ago. */
    record Resting(Optional<AccessToken> serving) implements GrantStanding {}

    /** Another refresh of it is under way, on this node or another. Its row is to be read again a little later. */
    record Leased(Optional<AccessToken> serving) implements GrantStanding {}

    /** Google is to be asked now. */
    record Due(Optional<AccessToken> serving) implements GrantStanding {}

    /** Google refused for good. It is not asked again until the person signs in. */
    record Lost(EndReason reason) implements GrantStanding {

        @Override
        public Optional<AccessToken> serving() {
            return Optional.empty();
        }
    }

    /** The access token that still serves, whatever else is to be done. */
    Optional<AccessToken> serving();
}
