package dev.holdfast.google.signal;

import java.time.Instant;
import java.util.Optional;

/**
 * An event of a security event token that passed every check; only its verifier can create one. {@link #key} is the same for
 * copies of one event and for nothing else.
 */
public final class SecurityEvent {

    private final String key;
    private final boolean fromGoogle;
    private final SetEvent event;
    private final Instant issuedAt;

    SecurityEvent(String key, boolean fromGoogle, SetEvent event, Instant issuedAt) {
        this.key = key;
        this.fromGoogle = fromGoogle;
        this.event = event;
        this.issuedAt = issuedAt;
    }

    /** Returns a hash of issuer and {@code jti}: 43 characters. */
    public String key() {
        return key;
    }

    /** Whether Google sent it; any other transmitter may end sessions and nothing else. */
    public boolean isFromGoogle() {
        return fromGoogle;
    }

    public SignalType type() {
        return event.type();
    }

    /** Returns Google's {@code sub} of the person; empty if the event names no person of this issuer. */
    public Optional<String> subject() {
        return event.subject();
    }

    /** Returns the refresh token that the event is about, if it names one in a way that Holdfast knows. */
    public Optional<NamedToken> token() {
        return event.token();
    }

    /** Returns {@code hijacking} or {@code bulk-account}; empty for all else. */
    public Optional<String> reason() {
        return event.reason();
    }

    /** Returns the text that came back with a verification event: at most 200 visible ASCII characters. */
    public Optional<String> state() {
        return event.state();
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    @Override
    public String toString() {
        return "SecurityEvent[" + type() + "]";
    }
}
