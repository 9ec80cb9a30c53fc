package dev.holdfast.account.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Which accounts are looked for: those whose e-mail address, name or id has the text, in any case; none means all. */
public record AccountSearch(String text, int limit, Optional<PageCursor> before) {

    /** For a {@code like} with {@code escape '!'}: the text anywhere, itself without any magic. */
    public String pattern() {
        return "%" + text.strip().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** The text, if it is a whole account id, as log lines name one. */
    public Optional<UUID> id() {
        return CanonicalId.parse(text.strip().toLowerCase(Locale.ROOT));
    }
}
