package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.settings.entity.ProductVersion;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/**
 * Released archives carry their version, and the stand-in's jar runs by itself. ArchivesIT tests that no other archive has
 * it.
 */
class ReleaseIT {

    private static final Path STANDIN = Path.of("target/holdfast-standin.jar");

    @Test
    void warWhenBuiltThenItsManifestSaysWhichVersionItIs() throws IOException {
        try (JarFile war = new JarFile("target/holdfast.war")) {
            Attributes said = war.getManifest().getMainAttributes();

            assertEquals("Holdfast", said.getValue(Attributes.Name.IMPLEMENTATION_TITLE));
            assertEquals(ProductVersion.current(), said.getValue(Attributes.Name.IMPLEMENTATION_VERSION));
        }
    }

    @Test
    void standInWhenBuiltThenNothingOfTheApplicationAndNoTestIsInIt() throws IOException {
        try (JarFile jar = new JarFile(STANDIN.toFile())) {
            List<String> ours = jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class"))
                    .filter(name -> name.startsWith("dev/holdfast/")).toList();

            assertFalse(ours.isEmpty());
            assertEquals(List.of(), ours.stream()
                    .filter(name -> !name.matches("dev/holdfast/(standin/|demo/StandIn\\.).*") || name.contains("Test"))
                    .toList());
        }
    }

    @Test
    void standInWhenStartedWithNothingButItsJarThenItServes() throws IOException {
        Process standIn = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddemo.google.port=0", "-jar", STANDIN.toAbsolutePath().toString())
                .directory(new File("target")).redirectErrorStream(true).start();
        try (BufferedReader said = standIn.inputReader(StandardCharsets.UTF_8)) {
            String first = said.readLine();

            assertTrue(String.valueOf(first).startsWith("Stand-in for Google: issuer http://127.0.0.1:"), first);
        } finally {
            standIn.destroy();
        }
    }
}
