package dev.holdfast.admin.entity;

import java.util.Optional;

/** A query parameter that is {@code true} or {@code false}. */
final class YesOrNo {

    private YesOrNo() {}

    /** Returns the value; empty for any other text. */
    static Optional<Boolean> parse(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
