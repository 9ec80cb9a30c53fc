package dev.holdfast.telemetry.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogFloodTest {

    private final AtomicLong nanos = new AtomicLong();
    private final LogFlood flood = new LogFlood(nanos::get);

    @Test
    void isLoggableWhenOneMessageComesTooOftenThenTheRestOfTheMinuteIsLeftOut() {
        assertEquals(300, written("HF0202 The database failed", 1000));
        assertEquals(300, written("HF0201 Something else", 1000), "each message for itself");

        nanos.addAndGet(60_000_000_000L);
        assertEquals(300, written("HF0202 The database failed", 1000));
    }

    @Test
    void isLoggableWhenItIsTheAuditTrailThenNothingIsLeftOut() {
        assertEquals(1000, written("HF0901 event=admin_x", 1000));
        assertEquals(1000, written("HF0402 event=signed_in", 1000));
        assertEquals(300, written("HF0601 event=sign_in_failed", 1000));
    }

    @Test
    void isLoggableWhenAUserAgentNamesAnotherEventThenNoActIsLeftOut() {
        for (String act : new String[] {"HF0402 {0}", "HF0901 {0}"}) {
            LogRecord line = line(act);
            line.setLoggerName("dev.holdfast.audit");
            line.setParameters(new Object[] {"event=admin_account_disabled user_agent=\"HF0601 event=sign_in_failed\""});

            assertEquals(1000, IntStream.range(0, 1000).filter(number -> flood.isLoggable(line)).count(), act);
        }
    }

    @Test
    void isLoggableWhenStackTracesComeTooOftenThenTheLineTellsOnlyTheirKind() {
        LogRecord last = null;
        for (int number = 1; number <= 11; number++) {
            last = line("HF0202 The database failed");
            last.setThrown(new IllegalStateException("text from outside"));
            assertTrue(flood.isLoggable(last));
            assertEquals(number <= 10, last.getThrown() != null);
        }
        assertEquals("HF0202 The database failed (java.lang.IllegalStateException)", last.getMessage());
    }

    @Test
    void takeWhenAMinuteIsOverThenTheCountOfTheLastIsTold() {
        LineBudget budget = new LineBudget(2, nanos::get);
        IntStream.range(0, 5).forEach(line -> budget.take("a"));
        assertFalse(budget.take("a").isWithin());

        nanos.addAndGet(60_000_000_000L);

        assertEquals(new LineBudget.Taken(1, true, 4), budget.take("a"));
        assertEquals(new LineBudget.Taken(2, true, 0), budget.take("a"));
    }

    private long written(String message, int times) {
        return IntStream.range(0, times).filter(number -> flood.isLoggable(line(message))).count();
    }

    private static LogRecord line(String message) {
        LogRecord line = new LogRecord(Level.WARNING, message);
        line.setLoggerName(message.contains("event=") ? "dev.holdfast.audit" : "dev.holdfast.problem");
        return line;
    }
}
