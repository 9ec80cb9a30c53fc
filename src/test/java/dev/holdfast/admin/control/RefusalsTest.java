package dev.holdfast.admin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BRUNO = new UUID(0, 2);

    private final List<UUID> written = new ArrayList<>();
    private final Refusals refusals = new Refusals();
    private boolean databaseIsAway;

    @Test
    void refusedWhenAPersonGoesOnAskingThenTheTableIsAskedOnceForEach() {
        refusals.audit = trail();

        for (int request = 0; request < 100; request++) {
            refusals.refused(ADA);
            refusals.refused(BRUNO);
        }

        assertEquals(List.of(ADA, BRUNO), written);
    }

    @Test
    void refusedWhenItCouldNotBeWrittenThenTheNextOneIs() {
        refusals.audit = trail();
        databaseIsAway = true;
        assertThrows(IllegalStateException.class, () -> refusals.refused(ADA));

        databaseIsAway = false;
        refusals.refused(ADA);

        assertEquals(List.of(ADA), written);
    }

    private AuditTrail trail() {
        return new AuditTrail() {
            @Override
            void refused(UUID accountId) {
                if (databaseIsAway) {
                    throw new IllegalStateException("of this test");
                }
                written.add(accountId);
            }
        };
    }
}
