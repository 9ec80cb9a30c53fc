package dev.holdfast.account.entity;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page of a list ended, newest first: the next one begins right after this entry, whatever has been added above
 * it meanwhile. Opaque to clients; it names an entry of a list they may see and grants nothing.
 */
public record PageCursor(Instant at, UUID id) {

    private static final int MOST = 200;

    /** What both databases can hold. */
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** Empty unless {@code text} is one that {@link #encoded()} made. */
    public static Optional<PageCursor> parse(String text) {
        if (text.length() > MOST) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int slash = plain.indexOf('/');
            PageCursor cursor = new PageCursor(Instant.parse(plain.substring(0, Math.max(slash, 0))),
                    UUID.fromString(plain.substring(slash + 1)));
            return Optional.of(cursor).filter(parsed -> parsed.encoded().equals(text))
                    .filter(parsed -> !parsed.at().isBefore(EARLIEST) && parsed.at().isBefore(LATEST));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((at + "/" + id).getBytes(StandardCharsets.UTF_8));
    }
}
