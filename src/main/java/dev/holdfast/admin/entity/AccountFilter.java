package dev.holdfast.admin.entity;

import dev.holdfast.account.entity.CanonicalId;
import dev.holdfast.account.entity.PageRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A search for accounts, and the order of the result. The text is part of the e-mail address or the name, in any case, or a
 * whole account id; a blank text matches all accounts.
 */
public record AccountFilter(String text, Optional<GrantFilter> grant, Optional<Boolean> disabled, Optional<Boolean> frozen,
        AccountSort sort, int limit, Optional<AccountCursor> after) {

    private static final int LONGEST_TEXT = 320;

    /** Parses query parameters, null where they are absent; empty if one of them is invalid. */
    public static Optional<AccountFilter> parse(@Nullable String text, @Nullable String grant, @Nullable String disabled,
            @Nullable String frozen, @Nullable String sort, @Nullable String limit, @Nullable String before) {
        String searched = text == null ? "" : text;
        Optional<GrantFilter> status = Optional.ofNullable(grant).flatMap(GrantFilter::parse);
        Optional<Boolean> isDisabled = Optional.ofNullable(disabled).flatMap(YesOrNo::parse);
        Optional<Boolean> isFrozen = Optional.ofNullable(frozen).flatMap(YesOrNo::parse);
        boolean broken = searched.length() > LONGEST_TEXT || !isSearchable(searched)
                || grant != null && status.isEmpty() || disabled != null && isDisabled.isEmpty()
                || frozen != null && isFrozen.isEmpty();
        return broken ? Optional.empty() : order(sort).flatMap(order -> PageRequest.parse(limit, null).flatMap(page -> {
            Optional<AccountCursor> after = Optional.ofNullable(before).flatMap(cursor -> AccountCursor.parse(order, cursor));
            return before != null && after.isEmpty() ? Optional.empty()
                    : Optional.of(new AccountFilter(searched, status, isDisabled, isFrozen, order, page.limit(), after));
        }));
    }

    private static Optional<AccountSort> order(@Nullable String sort) {
        return sort == null ? Optional.of(AccountSort.NEWEST) : AccountSort.parse(sort);
    }

    /** Refuses NUL: databases neither store it nor accept it in a query. */
    static boolean isSearchable(String text) {
        return text.indexOf('\0') < 0;
    }

    /** A pattern for {@code like} with {@code escape '!'}: finds the text anywhere, with its wildcards escaped. */
    public String pattern() {
        return "%" + text.strip().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** The text, if it is a whole account id as in a log line; then only that account is looked for. */
    public Optional<UUID> id() {
        return CanonicalId.parse(text.strip().toLowerCase(Locale.ROOT));
    }
}
