package dev.holdfast.admin.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.account.entity.PlainText;
import dev.holdfast.google.stream.StreamSetup;
import dev.holdfast.storage.control.BothDatabases;
import dev.holdfast.storage.control.SmallDatabase.Kind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The trail keeps the whole address of an installation that lost the signals: it is what one restores them from. */
class AuditEntryTest {

    private static final String START = "https://other.example.org/";
    private static final String LONGEST = START + "a".repeat(PlainText.LONGEST_URL - START.length());

    @RegisterExtension
    static final BothDatabases DATABASES = new BothDatabases();

    @ParameterizedTest
    @EnumSource
    void replacedWhenItIsTheLongestAddressThatIsShownThenItIsKeptWhole(Kind kind) {
        EntityManager database = DATABASES.begin(kind);
        UUID id = UUID.randomUUID();
        String shown = new StreamSetup("push", LONGEST, Set.of()).shownUrl();

        database.persist(new AuditEntry(id, Instant.EPOCH, UUID.randomUUID(), AdminAct.takingSignalsFrom(shown), null, null));
        database.flush();
        database.clear();

        assertEquals(Optional.of(LONGEST), database.find(AuditEntry.class, id).replaced());
    }
}
