package dev.holdfast.custody.care;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Sends the statements of the long-term care of grants, by the store itself. */
public final class GrantCareStatements {

    private static final Duration NEAR = Duration.ofDays(7);

    private GrantCareStatements() {}

    /** Returns them by name; each joins the transaction of the entity manager that it is given. */
    public static Map<String, Consumer<EntityManager>> all(Instant now) {
        Map<String, Consumer<GrantCareStore>> all = new LinkedHashMap<>();
        all.put("grants: counts", GrantCareStore::byStatus);
        all.put("grants: unused for long", care -> care.unused("client-1", now.minus(Duration.ofDays(120)), now, 10));
        all.put("grants: ending soon", care -> care.ending(now, now.plus(NEAR), now.minus(NEAR), 100));
        all.put("grants: ended lately", care -> care.endedLately(200));
        all.put("grants: most refresh tokens", GrantCareStore::mostRefreshTokens);
        Map<String, Consumer<EntityManager>> joined = new LinkedHashMap<>();
        all.forEach((name, statement) -> joined.put(name, entities -> {
            GrantCareStore care = new GrantCareStore();
            care.entityManager = entities;
            statement.accept(care);
        }));
        return joined;
    }
}
