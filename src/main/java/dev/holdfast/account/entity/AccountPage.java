package dev.holdfast.account.entity;

import java.util.List;
import java.util.Optional;

/** Some accounts, the youngest first, and where to go on; no cursor means that no older one is left. */
public record AccountPage(List<Account> accounts, Optional<PageCursor> next) {

    /** Of {@code limit + 1} accounts asked for, the last only tells whether there are more. */
    public static AccountPage of(List<Account> oneMore, int limit) {
        if (oneMore.size() <= limit) {
            return new AccountPage(List.copyOf(oneMore), Optional.empty());
        }
        List<Account> accounts = List.copyOf(oneMore.subList(0, limit));
        Account last = accounts.get(limit - 1);
        return new AccountPage(accounts, Optional.of(new PageCursor(last.createdAt(), last.id())));
    }
}
