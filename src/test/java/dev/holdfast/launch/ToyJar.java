package dev.holdfast.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A runnable jar with the real launcher, and in place of Liberty a script that does what matters here. */
final class ToyJar {

    /** Says where it writes, ends with a given status, on SIGTERM, or when its input ends, and writes its classes as Java does. */
    private static final String SERVER = """
            #!/bin/sh
            mkdir -p "$WLP_OUTPUT_DIR"
            for option in $JVM_ARGS; do
              case $option in -XX:ArchiveClassesAtExit=*) archive=${option#*=};; esac
            done
            end() { [ -n "$archive" ] && echo classes > "$archive"; exit $1; }
            echo "with [$JVM_ARGS]"
            [ -n "$STATUS" ] && end $STATUS
            trap 'echo stopped; end 143' TERM
            exec 3<&0
            (cat <&3 >/dev/null; kill $$) &
            echo "running $* in $WLP_OUTPUT_DIR with $JVM_ARGS"
            wait
            """;

    private final Path file;

    private ToyJar(Path file) {
        this.file = file;
    }

    /** {@code megabytes} makes it take a while to unpack. */
    static ToyJar of(Path file, String version, int megabytes) {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest())) {
            for (Path type : classes()) {
                entry(jar, "dev/holdfast/launch/" + type.getFileName(), Files.readAllBytes(type));
            }
            jar.putNextEntry(new JarEntry("wlp/usr/empty/"));
            entry(jar, "wlp/bin/server", SERVER.getBytes(StandardCharsets.UTF_8));
            entry(jar, "wlp/lib/version.txt", version.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < megabytes; i++) {
                entry(jar, "wlp/lib/" + i + ".jar", new byte[1 << 20]);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new ToyJar(file);
    }

    ToyRun start(Path place, Map<String, String> environment) {
        return ToyRun.of(file, place, environment);
    }

    private static Iterable<Path> classes() throws IOException {
        try (var all = Files.list(Path.of("target/classes/dev/holdfast/launch"))) {
            return all.filter(each -> each.toString().endsWith(".class")).toList();
        }
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Launcher.class.getName());
        return manifest;
    }

    private static void entry(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        ((OutputStream) jar).write(content);
        jar.closeEntry();
    }
}
