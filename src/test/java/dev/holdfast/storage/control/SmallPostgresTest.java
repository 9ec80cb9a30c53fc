package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.journeys.rig.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SmallPostgresTest {

    /** The lock file of a killed server whose process id another process has by now. */
    @Test
    void startWhenAKilledServerLeftItsLockFileThenItStarts() throws IOException {
        int port = Ports.free();
        Path lock = Path.of("/tmp/.s.PGSQL." + port + ".lock");
        Process other = new ProcessBuilder("sleep", "60").start();
        Files.writeString(lock, other.pid() + "\n/gone\n0\n" + port + "\n/tmp\n");
        try (EmbeddedPostgres server = SmallPostgres.fast().setPort(port).start()) {
            assertEquals(port, server.getPort());
        } finally {
            Files.deleteIfExists(lock);
            other.destroy();
        }
    }
}
