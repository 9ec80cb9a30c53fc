package dev.holdfast.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher and the classes that a server leaves, with a script in place of the server. */
class ClassArchiveTest {

    @TempDir Path home;
    private Path place;
    private ToyJar jar;

    @BeforeEach
    void pack() {
        assumeTrue(Files.exists(Path.of(System.getProperty("java.home"), "lib/server/classes.jsa")), "this Java has such archives");
        place = home.resolve("place");
        jar = ToyJar.of(home.resolve("first.jar"), "first", 0);
    }

    @Test
    void startWhenAServerHasEndedInGoodOrderThenTheNextUsesItsClasses() throws Exception {
        assertTrue(ending("0").contains("-XX:ArchiveClassesAtExit=" + place.resolve("server-0/classes.jsa")));

        Path kept = archives().get(0);
        String next = ending("0");

        assertTrue(next.contains("-XX:SharedArchiveFile=" + kept), next);
        assertFalse(next.contains("ArchiveClassesAtExit"), next);
    }

    @Test
    void startWhenAServerWasStoppedBySigtermThenTheNextUsesItsClasses() throws Exception {
        try (ToyRun run = jar.start(place, Map.of()).awaitRunning()) {
            run.stop();
        }
        assertTrue(ending("0").contains("-XX:SharedArchiveFile=" + archives().get(0)));
    }

    /** Such a server may have been killed while it wrote. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "137"})
    void startWhenAServerHasEndedInAnyOtherWayThenItsClassesAreGone(String status) throws Exception {
        ending(status);
        assertEquals(List.of(), archives());
        assertTrue(Files.notExists(place.resolve("server-0/classes.jsa")));
        assertFalse(ending(status).contains("SharedArchiveFile"));
    }

    @Test
    void startWhenALauncherWasKilledThenWhatItLeftIsNotTakenForWhole() throws Exception {
        ending("1");
        Files.writeString(place.resolve("server-0/classes.jsa"), "half of it");

        ending("0", Map.of("JVM_ARGS", "-Xshare:off"));

        assertEquals(List.of(), archives());
    }

    @Test
    void startWhenAnotherVersionHasRunThenTheClassesOfOneVersionAreThere() throws Exception {
        ending("0");
        Path former = archives().get(0);

        ToyRun other = ToyJar.of(home.resolve("second.jar"), "second", 0).start(place, Map.of("STATUS", "0"));
        other.exitStatus();

        assertFalse(other.said().contains("SharedArchiveFile"), "of the first version");
        assertEquals(1, archives().size());
        assertNotEquals(former, archives().get(0));
    }

    /** An agent keeps Java from archiving, and an operator who names an archive or switches them off has decided. */
    @ParameterizedTest
    @ValueSource(strings = {"-Xshare:off", "-XX:SharedArchiveFile=/srv/own.jsa", "-XX:ArchiveClassesAtExit=/dev/null",
        "-javaagent:/srv/agent.jar", "-agentlib:jdwp=transport=dt_socket", "-XX:AOTCache=/srv/own.aot", "--add-modules=java.se"})
    void startWhenTheOperatorsOptionsSayOtherwiseThenTheyAloneCount(String option) throws Exception {
        String said = ending("0", Map.of("JVM_ARGS", option));
        assertFalse(said.contains(place.resolve("server-0/classes.jsa").toString()), said);
        assertEquals(List.of(), archives());
    }

    @Test
    void startWhenLibertysAgentIsWantedThenNothingIsArchived() throws Exception {
        assertFalse(ending("0", Map.of("WLP_SKIP_BOOTSTRAP_AGENT", "")).contains("classes.jsa"));
        assertFalse(ending("0", Map.of("WLP_JAR_DEBUG", "1")).contains("classes.jsa"));
    }

    @Test
    void startWhenThePathHasASpaceThenTheServerStartsWithoutAnArchive() throws Exception {
        place = home.resolve("a place");
        assertFalse(ending("0").contains("classes.jsa"));
    }

    private String ending(String status) throws InterruptedException {
        return ending(status, Map.of());
    }

    private String ending(String status, Map<String, String> environment) throws InterruptedException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("STATUS", status);
        ToyRun run = jar.start(place, all);
        assertEquals(Integer.parseInt(status), run.exitStatus(), run.said());
        return run.said();
    }

    private List<Path> archives() {
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(each -> each.getFileName().toString().matches("classes-version-.*[.]jsa")).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
