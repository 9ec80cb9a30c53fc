package dev.holdfast.admin.boundary;

import java.util.Optional;
import java.util.UUID;

/** An id in a path: of the one spelling it has, or of nobody. */
final class PathId {

    private PathId() {}

    static Optional<UUID> parse(String text) {
        try {
            UUID parsed = UUID.fromString(text);
            return parsed.toString().equals(text) ? Optional.of(parsed) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
