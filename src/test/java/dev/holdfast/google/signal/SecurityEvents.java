package dev.holdfast.google.signal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Events as the verifier hands them out, for tests of what is done about them. */
public final class SecurityEvents {

    private SecurityEvents() {}

    public static SecurityEvent about(String subject, SignalType type, Instant at) {
        return about(subject, type, at, true);
    }

    /** Returns the same of another transmitter. */
    public static SecurityEvent ofOther(String subject, SignalType type, Instant at) {
        return about(subject, type, at, false);
    }

    public static SecurityEvent verification(String state, Instant at) {
        return of(new SetEvent(SignalType.VERIFICATION, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(state)), at, true);
    }

    private static SecurityEvent about(String subject, SignalType type, Instant at, boolean fromGoogle) {
        return of(new SetEvent(type, Optional.of(subject), Optional.empty(), Optional.empty(), Optional.empty()), at, fromGoogle);
    }

    private static SecurityEvent of(SetEvent event, Instant at, boolean fromGoogle) {
        return new SecurityEvent(UUID.randomUUID().toString(), fromGoogle, event, at);
    }
}
