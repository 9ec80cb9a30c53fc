package dev.holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** The server as the build has made it, with an application in it that has nothing but a page. */
final class EmptyApplication {

    private static final Path SERVER = Path.of("target/liberty/wlp/usr/servers/holdfast");

    private EmptyApplication() {}

    /** A user directory of Liberty's with that server in it. */
    static Path installed() throws IOException {
        Path user = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "empty-").toAbsolutePath();
        Path server = Files.createDirectories(user.resolve("servers/holdfast"));
        for (String each : new String[] {"server.xml", "server.env", "bootstrap.properties", "jvm.options", "holdfast", "lib"}) {
            copy(SERVER.resolve(each), server.resolve(each));
        }
        Files.createDirectories(server.resolve("apps"));
        try (JarOutputStream war = new JarOutputStream(Files.newOutputStream(server.resolve("apps/holdfast.war")))) {
            war.putNextEntry(new ZipEntry("index.html"));
            war.write("empty".getBytes());
        }
        return user;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
