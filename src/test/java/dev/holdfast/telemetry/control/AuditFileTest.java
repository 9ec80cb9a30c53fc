package dev.holdfast.telemetry.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
            assertEquals(List.of("audit.1.log", "audit.2.log", "audit.log"), files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log")).sorted().toList());
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

    /** A directory with content cannot be replaced. */
    @Test
    void publishWhenAFullFileCannotBeRenamedThenItGrowsAndNothingIsLost() throws IOException {
        AuditFile audit = open(100, 3);
        Files.writeString(folder.resolve("audit.1.log"), "older");
        Path inTheWay = Files.createDirectories(folder.resolve("audit.2.log/x"));

        IntStream.range(0, 10).forEach(number -> audit.publish(event("HF0901 {0}", "event=number-" + number)));

        assertEquals(10, Files.readAllLines(folder.resolve("audit.log")).size());
        assertEquals("older", Files.readString(folder.resolve("audit.1.log")));
        Files.delete(inTheWay);
        audit.publish(event("HF0901 {0}", "event=afterwards"));
        assertEquals("older", Files.readString(folder.resolve("audit.2.log")));
        assertEquals(10, Files.readAllLines(folder.resolve("audit.1.log")).size());
        assertEquals(1, Files.readAllLines(folder.resolve("audit.log")).size());
    }

    @Test
    void publishWhenANumberIsFreeThenNoOlderFileMovesOn() throws IOException {
        AuditFile audit = open(100, 4);
        Files.writeString(folder.resolve("audit.3.log"), "oldest");
        Files.writeString(folder.resolve("audit.2.log"), "older");

        IntStream.range(0, 2).forEach(number -> audit.publish(event("HF0901 {0}", "event=number-" + "x".repeat(80))));

        assertEquals("oldest", Files.readString(folder.resolve("audit.3.log")));
        assertEquals("older", Files.readString(folder.resolve("audit.2.log")));
        assertEquals(1, Files.readAllLines(folder.resolve("audit.1.log")).size());
    }

    @Test
    void openWhenAnotherServerHasItOpenThenItIsRefusedUntilThatOneHasGone() throws IOException {
        AuditFile first = open(1000, 2);

        assertThrows(RotatingFile.InUse.class, () -> open(1000, 2));

        first.close();
        open(1000, 2).close();
    }

    @Test
    void openWhenNothingIsThereThenDirectoryAndFilesAreTheirOwnersAlone() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));

        RotatingFile.open(folder.resolve("new"), "audit", 1000, 2).close();

        assertEquals("rwx------", permissions("new"));
        assertEquals("rw-------", permissions("new/audit.log"));
        assertEquals("rw-------", permissions("new/audit.lock"));
    }

    /** A thousand failed sign-ins of a stranger leave the acts of administrators where they are. */
    @Test
    void publishWhenStrangersCauseLinesAtWillThenTheyPushNothingOut() throws IOException {
        AuditFile audit = open(5000, 2);
        audit.publish(event("HF0901 {0}", "event=admin_account_disabled"));

        IntStream.range(0, 1000).forEach(number -> audit.publish(event("HF0601 event=sign_in_failed reason=\"{0}\"", "x".repeat(100))));
        IntStream.range(0, 1000).forEach(number -> audit.publish(event("HF0902 event=admin_refused {0}", "x".repeat(100))));

        List<String> lines = Files.readAllLines(folder.resolve("audit.log"));
        assertEquals(21, lines.size());
        assertTrue(lines.get(0).endsWith("event=admin_account_disabled"));
    }

    /** Text from a client cannot make its own acts pass for attempts of strangers. */
    @Test
    void publishWhenAUserAgentNamesAnotherEventThenEachActIsKept() throws IOException {
        AuditFile audit = open(1_000_000, 2);

        for (int number = 0; number < 50; number++) {
            audit.publish(event("HF0402 {0}", "event=signed_in user_agent=\"HF0601 event=sign_in_failed\""));
            audit.publish(event("HF0901 {0}", "event=admin_account_disabled user_agent=\"event=admin_refused\""));
        }

        assertEquals(100, Files.readAllLines(folder.resolve("audit.log")).size());
    }

    private AuditFile open(long maxBytes, int maxFiles) throws IOException {
        return new AuditFile(RotatingFile.open(folder, "audit", maxBytes, maxFiles));
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    private static LogRecord event(String message, String line) {
        LogRecord event = new LogRecord(Level.INFO, message);
        event.setParameters(new Object[] {line});
        return event;
    }
}
