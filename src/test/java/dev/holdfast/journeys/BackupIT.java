package dev.holdfast.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.standin.Area;
import dev.holdfast.standin.People;
import dev.holdfast.standin.StandInGoogle;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The handbook's backup of embedded Derby: stop the server, copy its data directory. */
class BackupIT {

    private static final URI ORIGIN = URI.create("http://localhost:19098");

    @Test
    void startWhenOnACopyOfTheDataDirectoryThenPeopleAreStillSignedIn() throws IOException {
        Path all = Files.createDirectories(Path.of("target/journeys"));
        Path copy = Files.createTempDirectory(all, "backup-").toAbsolutePath();
        try (StandInGoogle google = StandInGoogle.start()) {
            Map<String, String> settings = Stage.settingsFor(google);
            settings.put("HOLDFAST_PUBLIC_URL", ORIGIN.toString());
            HoldfastServer former = HoldfastServer.unpacked(settings).start();
            Guest ada = Guest.arriving(Stage.apart(google, former, () -> new Browser(ORIGIN).through(former)), People.ADA);
            Answers.fine(ada.files());
            assertTrue(former.stop());
            copy(former.dataDirectory(), copy);
            google.counts().reset();

            settings.put("HOLDFAST_DATA_DIR", copy.toString());
            try (HoldfastServer restored = HoldfastServer.unpacked(settings).start()) {
                Guest again = ada.at(restored);
                Answers.fine(again.browser().refresh());
                Answers.fine(again.files());
                assertEquals("active", again.grantStatus());
                assertEquals(0, google.counts().of(Area.EXCHANGE), "no sign-in");
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.toList();
        }
        for (Path each : all) {
            Path there = to.resolve(from.relativize(each));
            if (Files.isDirectory(each)) {
                Files.createDirectories(there);
            } else {
                Files.copy(each, there);
            }
        }
    }
}
