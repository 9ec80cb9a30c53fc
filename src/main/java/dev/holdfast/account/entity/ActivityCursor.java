package dev.holdfast.account.entity;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page of the timeline ended: the next one begins right after this event, whatever has been added above it
 * meanwhile. Opaque to clients; it names an event of the caller's own timeline and grants nothing.
 */
public record ActivityCursor(Instant at, UUID id) {

    private static final int MOST = 200;

    public static ActivityCursor of(ActivityEvent event) {
        return new ActivityCursor(event.at(), event.id());
    }

    /** Empty unless {@code text} is one that {@link #encoded()} made. */
    public static Optional<ActivityCursor> parse(String text) {
        if (text.length() > MOST) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int slash = plain.indexOf('/');
            ActivityCursor cursor = new ActivityCursor(Instant.parse(plain.substring(0, Math.max(slash, 0))),
                    UUID.fromString(plain.substring(slash + 1)));
            return Optional.of(cursor).filter(parsed -> parsed.encoded().equals(text));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((at + "/" + id).getBytes(StandardCharsets.UTF_8));
    }
}
