package dev.holdfast.admin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.admin.entity.AdminAct;
import dev.holdfast.doctor.control.SignalConnection;
import dev.holdfast.doctor.entity.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Google is asked for one administrator at a time, and never before the audit trail has the click. */
class SignalConnectionsTest {

    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BRUNO = new UUID(0, 2);
    private static final Finding DONE = Finding.fine("signal_stream", "in_place", "As it was");

    private final List<String> done = new ArrayList<>();
    private final SignalConnections connections = new SignalConnections();
    private Optional<Finding> brunosAnswer = Optional.of(DONE);
    private boolean databaseIsAway;

    @BeforeEach
    void enter() {
        connections.audit = new AuditTrail() {
            @Override
            void told(UUID admin, AdminAct act) {
                if (databaseIsAway) {
                    throw new IllegalStateException("of this test");
                }
                done.add(act.kind().name() + (act.replaced() == null ? "" : " " + act.replaced()));
            }
        };
        connections.connection = new SignalConnection() {
            @Override
            public Finding connect(Optional<String> replacing) {
                done.add("asked");
                return replacing.isPresent() ? DONE : anotherClicks();
            }

            private Finding anotherClicks() {
                brunosAnswer = CompletableFuture.supplyAsync(() -> connections.connect(BRUNO, Optional.of("?"))).join();
                return DONE;
            }
        };
    }

    @Test
    void connectWhenAnotherAdministratorClicksAtOnceThenTheOtherIsToldSoAndNothingIsDoneTwice() {
        assertEquals(Optional.of(DONE), connections.connect(ADA, Optional.empty()));

        assertEquals(Optional.empty(), brunosAnswer);
        assertEquals(List.of("SIGNALS_CONNECTED", "asked"), done);
    }

    @Test
    void connectWhenTheClickCannotBeRecordedThenGoogleIsNotAskedAndTheNextClickIsFree() {
        databaseIsAway = true;
        assertThrows(IllegalStateException.class, () -> connections.connect(ADA, Optional.of("https://other.example/risc")));
        assertEquals(List.of(), done);

        databaseIsAway = false;
        connections.connect(ADA, Optional.of("https://other.example/risc"));
        assertEquals(List.of("SIGNALS_TAKEN_OVER https://other.example/risc", "asked"), done);
    }
}
