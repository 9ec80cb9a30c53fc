package dev.holdfast.telemetry.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z ";

    @TempDir Path folder;

    @AfterEach
    void leave() {
        RequestId.replace(null);
    }

    @Test
    void publishWhenAnEventComesThenItsLineIsThereAtOnceWithTimeAndRequest() throws IOException {
        AuditFile audit = open(1000, 2);
        RequestId.replace("0123456789abcdef");

        audit.publish(event("HF0901 {0}", "event=admin_x name=\"\u00e4\u6587\""));

        List<String> lines = Files.readAllLines(folder.resolve("audit.log"));
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).matches(TIME + "HF0901 event=admin_x name=\"\u00e4\u6587\" request=0123456789abcdef"), lines::toString);
    }

    @Test
    void publishWhenTheTextHasLineEndsThenItStaysOneLine() throws IOException {
        open(1000, 2).publish(event("HF0901 {0}", "a\r\nHF0901 event=forged\u2028x\u0085y"));

        assertEquals(1, Files.readAllLines(folder.resolve("audit.log")).size());
    }

    @Test
    void publishWhenAFileIsFullThenTheNextBeginsAndOnlyTheOldestGoes() throws IOException {
        AuditFile audit = open(300, 3);

        IntStream.range(0, 20).forEach(number -> audit.publish(event("HF0901 {0}", "event=number-" + number + "-" + "x".repeat(50))));

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("audit.1.log", "audit.2.log", "audit.log"), files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        String newest = Files.readString(folder.resolve("audit.log"));
        String before = Files.readString(folder.resolve("audit.1.log"));
        assertTrue(newest.contains("number-19-") && newest.length() <= 300, newest);
        assertTrue(before.contains("number-17-") && before.length() <= 300, before);
        assertFalse(newest.contains("number-17-"));
    }

    @Test
    void openWhenThereIsAFileThenItGoesOn() throws IOException {
        AuditFile first = open(1000, 2);
        first.publish(event("HF0901 {0}", "event=before"));
        first.close();

        open(1000, 2).publish(event("HF0901 {0}", "event=after"));

        assertEquals(2, Files.readAllLines(folder.resolve("audit.log")).size());
    }

    /** A stranger's failed sign-ins, a thousand of them, leave the acts of administrators where they are. */
    @Test
    void publishWhenStrangersCauseLinesAtWillThenTheyPushNothingOut() throws IOException {
        AuditFile audit = open(5000, 2);
        audit.publish(event("HF0901 {0}", "event=admin_account_disabled"));

        IntStream.range(0, 1000).forEach(number -> audit.publish(event("HF0601 {0}", "event=sign_in_failed " + "x".repeat(100))));
        IntStream.range(0, 1000).forEach(number -> audit.publish(event("HF0902 {0}", "event=admin_refused " + "x".repeat(100))));

        List<String> lines = Files.readAllLines(folder.resolve("audit.log"));
        assertEquals(21, lines.size());
        assertTrue(lines.get(0).endsWith("event=admin_account_disabled"));
    }

    private AuditFile open(long maxBytes, int maxFiles) throws IOException {
        return new AuditFile(RotatingFile.open(folder, "audit", maxBytes, maxFiles));
    }

    private static LogRecord event(String message, String line) {
        LogRecord event = new LogRecord(Level.INFO, message);
        event.setParameters(new Object[] {line});
        return event;
    }
}
