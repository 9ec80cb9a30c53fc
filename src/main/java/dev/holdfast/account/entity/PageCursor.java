package dev.holdfast.account.entity;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The end of a page of a list, newest first: the next page begins right after this entry, even if newer entries have been
 * added. Opaque to clients; it names an entry of a list that they may see and grants no access.
 */
public record PageCursor(Instant at, UUID id) {

    private static final int MOST = 200;
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z").plus(1, ChronoUnit.DAYS);

    /** Returns the cursor; empty unless {@link #encoded()} made {@code text}, for a time between the years 1970 and 9999. */
    public static Optional<PageCursor> parse(String text) {
        if (text.length() > MOST) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int slash = plain.indexOf('/');
            Instant at = Instant.parse(plain.substring(0, Math.max(slash, 0)));
            return CanonicalId.parse(plain.substring(slash + 1)).map(id -> new PageCursor(at, id))
                    .filter(parsed -> isTimeOfARow(at) && parsed.encoded().equals(text));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** Whether a row can have this time: rows lie in the years 1970 to 9999, and databases differ beyond those. */
    private static boolean isTimeOfARow(Instant at) {
        return !at.isBefore(Instant.EPOCH) && at.isBefore(END_OF_TIME);
    }

    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((at + "/" + id).getBytes(StandardCharsets.UTF_8));
    }
}
