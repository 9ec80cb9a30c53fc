package dev.holdfast.storage.control;

import dev.holdfast.storage.control.SmallDatabase.Kind;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The databases of one test class: each is opened when a test first asks for its kind. What a test has written and not
 * committed is rolled back at its end.
 */
public final class BothDatabases implements AfterEachCallback, AfterAllCallback {

    private final Map<Kind, SmallDatabase> opened = new EnumMap<>(Kind.class);
    private final List<EntityManager> begun = new ArrayList<>();

    /** Returns an entity manager with a transaction begun. */
    public EntityManager begin(Kind kind) {
        EntityManager entityManager = opened.computeIfAbsent(kind, BothDatabases::open).begin();
        begun.add(entityManager);
        return entityManager;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        begun.stream().filter(EntityManager::isOpen).forEach(entityManager -> {
            if (entityManager.getTransaction().isActive()) {
                entityManager.getTransaction().rollback();
            }
            entityManager.close();
        });
        begun.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        for (SmallDatabase database : opened.values()) {
            database.close();
        }
    }

    private static SmallDatabase open(Kind kind) {
        try {
            return SmallDatabase.open(kind);
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
