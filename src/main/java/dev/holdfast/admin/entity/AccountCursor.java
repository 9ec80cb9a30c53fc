package dev.holdfast.admin.entity;

import dev.holdfast.account.entity.CanonicalId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The end of a page of accounts: the next page begins right after this account, even if accounts have been added. Opaque to
 * clients. The key is an {@link Instant} or a text, depending on the order. Without a key, the page ended among the accounts
 * that have no such text.
 */
public record AccountCursor(AccountSort sort, Optional<Object> key, UUID id) {

    private static final int MOST = 4000;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final String WITH_KEY = "=";

    /** Returns the cursor; empty unless {@link #encoded()} made {@code text} for this order. */
    public static Optional<AccountCursor> parse(AccountSort sort, String text) {
        if (text.length() > MOST) {
            return Optional.empty();
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/", 3);
            return parts.length < 3 || !parts[0].equals(sort.code()) ? Optional.empty()
                    : CanonicalId.parse(parts[1]).flatMap(id -> keyed(sort, parts[2], id))
                            .filter(cursor -> cursor.encoded().equals(text));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<AccountCursor> keyed(AccountSort sort, String key, UUID id) {
        if (!key.startsWith(WITH_KEY)) {
            return sort.isByTime() ? Optional.empty() : Optional.of(new AccountCursor(sort, Optional.empty(), id));
        }
        String value = key.substring(1);
        if (!sort.isByTime()) {
            return Optional.of(new AccountCursor(sort, Optional.of(value), id)).filter(any -> AccountFilter.isSearchable(value));
        }
        Instant at = Instant.parse(value);
        return Optional.of(new AccountCursor(sort, Optional.of(at), id))
                .filter(any -> !at.isBefore(EARLIEST) && at.isBefore(LATEST));
    }

    public String encoded() {
        String plain = sort.code() + "/" + id + "/" + key.map(value -> WITH_KEY + value).orElse("");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
