package dev.holdfast.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.journeys.rig.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of the runnable jar in processes of its own, with a script in place of the server. */
class LauncherTest {

    private static final int EX_CANTCREAT = 73;
    private static final int SIGTERM = 143;
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir Path home;
    private Path place;
    private ToyJar jar;

    @BeforeEach
    void pack() {
        place = home.resolve("place");
        jar = ToyJar.of(home.resolve("first.jar"), "first", 0);
    }

    @Test
    void startWhenItIsRepeatedThenNothingIsUnpackedAgain() throws Exception {
        assertEquals(0, endingWith(0));
        Path file = versions().get(0).resolve("wlp/lib/version.txt");
        Files.setLastModifiedTime(file, LONG_AGO);

        assertEquals(0, endingWith(0));

        assertEquals(LONG_AGO, Files.getLastModifiedTime(file));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
    }

    @Test
    void startWhenTheServerEndsThenItsExitStatusIsOurs() throws Exception {
        assertEquals(78, endingWith(78));
    }

    @Test
    void startWhenOptionsAreGivenThenTheServerGetsThem() throws Exception {
        try (ToyRun run = jar.start(place, Map.of("JVM_ARGS", "-Xmx1g")).awaitRunning()) {
            assertTrue(run.said().contains("running run holdfast -- --colour=blue in " + place.resolve("server-0")), run.said());
            assertTrue(run.said().contains("-Xmx1g"), run.said());
        }
    }

    @Test
    void stopWhenAskedThenTheServerStopsInGoodOrder() throws Exception {
        try (ToyRun run = jar.start(place, Map.of()).awaitRunning()) {
            assertEquals(SIGTERM, run.stop());
            assertTrue(run.said().contains("stopped"), run.said());
        }
    }

    @Test
    void killWhenOnlyTheLauncherIsHitThenTheServerEndsAndTheNextStarts() throws Exception {
        try (ToyRun run = jar.start(place, Map.of()).awaitRunning()) {
            List<ProcessHandle> server = run.children();
            run.kill();

            Eventually.holds(Duration.ofSeconds(10), "the server has gone",
                    () -> server.stream().noneMatch(ProcessHandle::isAlive));
        }
        try (ToyRun next = jar.start(place, Map.of()).awaitRunning()) {
            assertTrue(next.said().contains("server-0"), next.said());
        }
    }

    @Test
    void killWhenHalfIsUnpackedThenTheNextStartUnpacksAllOfIt() throws Exception {
        ToyJar large = ToyJar.of(home.resolve("large.jar"), "large", 150);
        do {
            Trees.delete(place);
            killWhileItUnpacks(large);
        } while (!versions().isEmpty());
        assertEquals(1, unpacking().size());

        try (ToyRun next = large.start(place, Map.of()).awaitRunning()) {
            assertEquals(1, versions().size());
            assertTrue(Files.exists(versions().get(0).resolve("wlp/lib/149.jar")));
            assertEquals(List.of(), unpacking());
        }
    }

    @Test
    void startWhenTwoStartAtOnceThenBothRunEachInADirectoryOfItsOwn() throws Exception {
        ToyJar large = ToyJar.of(home.resolve("large.jar"), "large", 50);
        try (ToyRun one = large.start(place, Map.of()); ToyRun other = large.start(place, Map.of())) {
            one.awaitRunning();
            other.awaitRunning();

            String said = one.said() + other.said();
            assertTrue(said.contains("in " + place.resolve("server-0")) && said.contains("in " + place.resolve("server-1")), said);
            assertEquals(1, versions().size());
        }
    }

    @Test
    void startWhenAnotherVersionRunsThenThatOneStaysUntilItHasEnded() throws Exception {
        ToyJar second = ToyJar.of(home.resolve("second.jar"), "second", 0);
        try (ToyRun run = jar.start(place, Map.of()).awaitRunning()) {
            assertEquals(0, second.start(place, Map.of("STATUS", "0")).exitStatus());
            assertEquals(2, versions().size());
            run.stop();
        }
        assertEquals(0, second.start(place, Map.of("STATUS", "0")).exitStatus());
        assertEquals(1, versions().size());
        assertEquals("second", Files.readString(versions().get(0).resolve("wlp/lib/version.txt")));
    }

    @Test
    void startWhenAVersionBeforeHasWorkedThereThenItsWorkAreaIsGoneAndItsLogsAreNot() throws Exception {
        assertEquals(0, endingWith(0));
        Path log = Files.createDirectories(place.resolve("server-0/holdfast/logs")).resolve("messages.log");
        Files.writeString(log, "what was");
        Path work = Files.createDirectories(place.resolve("server-0/holdfast/workarea/platform"));
        assertEquals(0, endingWith(0));
        assertTrue(Files.exists(work));

        ToyJar.of(home.resolve("second.jar"), "second", 0).start(place, Map.of("STATUS", "0")).exitStatus();

        assertTrue(Files.exists(log));
        assertTrue(Files.notExists(work));
    }

    @Test
    void startWhenAFileWasTakenAwayThenItIsUnpackedAgain() throws Exception {
        assertEquals(0, endingWith(0));
        Files.delete(versions().get(0).resolve("wlp/lib/version.txt"));

        assertEquals(0, endingWith(0));

        assertEquals("first", Files.readString(versions().get(0).resolve("wlp/lib/version.txt")));
    }

    @Test
    void startWhenAFileWasTakenFromARunningServerThenItSaysSo() throws Exception {
        try (ToyRun run = jar.start(place, Map.of()).awaitRunning()) {
            Files.delete(versions().get(0).resolve("wlp/lib/version.txt"));

            assertRefused("stop it first");
        }
    }

    @Test
    void startWhenThePlaceCannotBeMadeThenItSaysWhyAndWhatToDo() throws Exception {
        place = Files.writeString(home.resolve("file"), "").resolve("place");
        assertRefused(place.toString());
    }

    @Test
    void startWhenOthersCanWriteToThePlaceThenNothingIsRunFromThere() throws Exception {
        Files.createDirectories(place);
        for (String mode : List.of("rwxrwxrwx", "rwxrwx---")) {
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(mode));
            assertRefused("other users can write there");
        }
    }

    @Test
    void startWhenAnotherUserOwnsThePlaceThenNothingIsRunFromThere() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can give a directory away");
        Files.createDirectories(place);
        Files.setAttribute(place, "unix:uid", 12345);
        assertRefused("other users can write there");
    }

    @Test
    void placeWhenNothingNamesItThenItIsInTheHomeDirectory() {
        assertEquals("/home/ada/wlpExtract/holdfast", Place.named(Map.of(), "/home/ada").toString());
        assertEquals("/srv/x/holdfast", Place.named(Map.of("WLP_JAR_EXTRACT_ROOT", "/srv/x"), "/home/ada").toString());
        assertEquals("/srv/y", Place.named(Map.of("WLP_JAR_EXTRACT_DIR", "/srv/y", "WLP_JAR_EXTRACT_ROOT", "/srv/x"),
                "/home/ada").toString());
    }

    /** Kills the launcher while it unpacks, or just after that if this process had to wait for a processor. */
    private void killWhileItUnpacks(ToyJar large) throws InterruptedException {
        try (ToyRun run = large.start(place, Map.of())) {
            Eventually.holds(Duration.ofSeconds(30), "it unpacks", () -> Files.exists(place)
                    && !(unpacking().isEmpty() && versions().isEmpty()));
            run.kill();
        }
    }

    private int endingWith(int status) throws InterruptedException {
        return jar.start(place, Map.of("STATUS", Integer.toString(status))).exitStatus();
    }

    private void assertRefused(String why) throws InterruptedException {
        ToyRun refused = jar.start(place, Map.of());
        assertEquals(EX_CANTCREAT, refused.exitStatus(), refused.said());
        assertTrue(refused.said().contains(why), refused.said());
        assertTrue(refused.said().contains("WLP_JAR_EXTRACT_DIR"), refused.said());
    }

    private List<Path> versions() {
        return children("version-");
    }

    private List<Path> unpacking() {
        return children("unpacking-").stream().filter(Files::isDirectory).toList();
    }

    private List<Path> children(String prefix) {
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(each -> each.getFileName().toString().startsWith(prefix)).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
