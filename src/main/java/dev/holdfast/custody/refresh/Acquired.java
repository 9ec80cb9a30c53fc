package dev.holdfast.custody.refresh;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.google.token.AccessToken;
import java.time.Duration;
import java.util.Set;

/** The outcome of acquiring a Google access token. Every expected outcome is one of these values. */
public sealed interface Acquired {

    /** A token that is valid now and for a while. */
    record Fresh(AccessToken token) implements Acquired {}

    /** A transient failure: the sessions stay, and a retry after {@code retryAfter} is sensible. */
    record Unavailable(Duration retryAfter) implements Acquired {}

    /** Google refused for good; the account's sessions have ended with this reason. */
    record Lost(EndReason reason) implements Acquired {

        /** The reason's wire form, as in {@code /login?reason=}. */
        public String code() {
            return reason.code();
        }
    }

    /** The grant is alive but lacks these scopes. */
    record ScopeMissing(Set<String> missing) implements Acquired {}
}
