package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.journeys.rig.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmallPostgresTest {

    /** The lock file of a killed server whose process id another process has by now. */
    @Test
    void startWhenAKilledServerLeftItsLockFileThenItStarts() throws IOException {
        int port = Ports.free();
        Path lock = Path.of("/tmp/.s.PGSQL." + port + ".lock");
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(lock, other.pid() + "\n/gone\n0\n" + port + "\n/tmp\n");
            try (EmbeddedPostgres server = SmallPostgres.fast().setPort(port).start()) {
                assertEquals(port, server.getPort());
            }
        } finally {
            Files.deleteIfExists(lock);
            other.destroy();
        }
    }

    @Test
    void serverWhenATestStartsOneThenThroughSmallPostgres() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            assertEquals(List.of("SmallPostgres.java"), files.filter(Files::isRegularFile)
                    .filter(SmallPostgresTest::startsItsOwn).map(file -> file.getFileName().toString()).toList());
        }
    }

    private static boolean startsItsOwn(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("EmbeddedPostgres" + ".builder(") || text.contains("EmbeddedPostgres" + ".start(");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
