package dev.holdfast.admin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.admin.entity.AdminAct;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The message itself names the event where the log must know it; what a client sent never names it. */
class AdminLogTest {

    private static final Logger AUDIT = Logger.getLogger("dev.holdfast.audit");

    private final List<LogRecord> lines = new ArrayList<>();
    private final Handler taking = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        AUDIT.addHandler(taking);
    }

    @AfterEach
    void leave() {
        AUDIT.removeHandler(taking);
    }

    @Test
    void refusedWhenToldThenTheMessageNamesTheEventAndTheParameterTheRest() {
        UUID account = UUID.randomUUID();

        AdminLog.refused(account, "192.0.2.1", "a\"b");

        assertEquals("HF0902 event=admin_refused {0}", lines.get(0).getMessage());
        assertEquals("account=" + account + " address=\"192.0.2.1\" user_agent=\"a'b\"", lines.get(0).getParameters()[0].toString());
    }

    @Test
    void actedWhenTheReplacedAddressIsLongThenTheLineHasAllOfIt() {
        String address = "https://other.example.org/" + "a".repeat(400);

        AdminLog.acted(UUID.randomUUID(), AdminAct.takingSignalsFrom(address), "192.0.2.1", "a browser");

        assertTrue(lines.get(0).getParameters()[0].toString().contains("replaced=\"" + address + "\""));
    }

    @Test
    void actedWhenTheUserAgentNamesAnEventThenTheMessageDoesNot() {
        AdminLog.acted(UUID.randomUUID(), AdminAct.of(AdminAct.Kind.AUDIT_VIEWED), "192.0.2.1", "event=admin_refused");

        assertFalse(lines.get(0).getMessage().contains("admin_refused"));
    }
}
