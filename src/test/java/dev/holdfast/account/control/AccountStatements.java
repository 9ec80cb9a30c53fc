package dev.holdfast.account.control;

import dev.holdfast.account.entity.PageCursor;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Sends every statement about accounts and timelines that a request or a job sends, by the store itself. */
public final class AccountStatements {

    private AccountStatements() {}

    /** Returns them by name; each joins the transaction of the entity manager that it is given. */
    public static Map<String, Consumer<EntityManager>> all(Instant now, UUID account) {
        AccountStore store = new AccountStore();
        Map<String, Runnable> all = new LinkedHashMap<>();
        all.put("account by id", () -> store.find(account));
        all.put("account by identity", () -> store.find("https://accounts.google.com", "100000000000000007919"));
        all.put("locking an account", () -> store.lock(account));
        all.put("timeline: first page", () -> store.newest(account, 26));
        all.put("timeline: late page", () -> store.newestBefore(account,
                new PageCursor(now.minus(Duration.ofDays(90)), account), 26));
        all.put("timeline: removal of what is old", () -> store.removeActivityBefore(now.minus(Duration.ofDays(180)), 500));
        all.put("timeline: removal of an account's", () -> store.removeActivityOf(account, 500));
        Map<String, Consumer<EntityManager>> joined = new LinkedHashMap<>();
        all.forEach((name, statement) -> joined.put(name, entities -> {
            store.entities = entities;
            statement.run();
        }));
        return joined;
    }
}
