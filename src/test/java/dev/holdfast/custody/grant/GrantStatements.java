package dev.holdfast.custody.grant;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Sends the statements that read grants for a request or for re-encryption, by the store itself. */
public final class GrantStatements {

    private GrantStatements() {}

    /**
     * Returns them by name; each joins the transaction of the entity manager that it is given.
     *
     * @param some accounts with grants
     */
    public static Map<String, Consumer<EntityManager>> all(List<UUID> some) {
        Map<String, Consumer<GrantStore>> all = new LinkedHashMap<>();
        all.put("grant of an account", grants -> grants.read(some.get(0)));
        all.put("versions of grants whose tokens are in use", grants -> grants.versionsOf(some));
        all.put("grants of people with an open page", grants -> grants.glancesAt(some, Set.of()));
        all.put("list of accounts: grants of a page", grants -> grants.statusesOf(some.subList(0, 25)));
        all.put("grants: re-encryption, a page", grants -> grants.after(some.get(0), 50));
        Map<String, Consumer<EntityManager>> joined = new LinkedHashMap<>();
        all.forEach((name, statement) -> joined.put(name, entities -> {
            GrantStore grants = new GrantStore();
            grants.entityManager = entities;
            statement.accept(grants);
        }));
        return joined;
    }
}
