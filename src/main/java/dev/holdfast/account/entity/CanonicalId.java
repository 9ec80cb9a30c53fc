package dev.holdfast.account.entity;

import java.util.Optional;
import java.util.UUID;

/** An id in the one spelling it has: {@link UUID#fromString} takes others as well, and then one thing has many names. */
public final class CanonicalId {

    private CanonicalId() {}

    /** Empty for anything else. */
    public static Optional<UUID> parse(String text) {
        try {
            UUID parsed = UUID.fromString(text);
            return parsed.toString().equals(text) ? Optional.of(parsed) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
