package dev.holdfast.account.entity;

import java.util.Optional;
import java.util.UUID;

/** An id in its canonical spelling. {@link UUID#fromString} accepts others too, which would give one thing many names. */
public final class CanonicalId {

    private CanonicalId() {}

    /** Returns the id; empty unless {@code text} is its canonical spelling. */
    public static Optional<UUID> parse(String text) {
        try {
            UUID parsed = UUID.fromString(text);
            return parsed.toString().equals(text) ? Optional.of(parsed) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
