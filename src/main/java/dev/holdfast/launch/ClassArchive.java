package dev.holdfast.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The classes of one version as Java keeps them for later starts (class data sharing, JEP 350). The first server that stops in
 * good order writes them; later starts on the same Java map them into memory instead of reading them from jars. Java uses a class
 * from there only if the server's own has the same bytes, and ignores an archive that it cannot use.
 */
final class ClassArchive {

    private static final String PREFIX = "classes-";
    private static final int STOPPED = 0;
    private static final int STOPPED_BY_SIGTERM = 143;

    /** The options with which Java makes no such archive, or the operator decides about it. */
    private static final Pattern DECIDED_ELSEWHERE = Pattern.compile(
            "-Xshare|-XX:Shared|ArchiveClassesAtExit|AOT|-agent|-javaagent|module");

    /** The script of Liberty splits options at spaces, and the shell reads them again. */
    private static final Pattern PLAIN = Pattern.compile("[\\w./:\\\\-]+");

    private final Path place;
    private final Path kept;
    private final Path written;

    private ClassArchive(Path place, Path kept, Path written) {
        this.place = place;
        this.kept = kept;
        this.written = written;
    }

    /** {@code seat} is the directory that this server alone writes to. */
    static ClassArchive of(Path version, Path seat) throws IOException {
        Path place = Objects.requireNonNull(version.getParent());
        return new ClassArchive(place, place.resolve(PREFIX + version.getFileName() + "-" + fingerprintOfJava() + ".jsa"),
                seat.resolve("classes.jsa"));
    }

    /**
     * Returns the options for a server with that environment: to use the archive, to write it, or none. Deletes what a server
     * left that had been killed; so no other may run in the seat.
     */
    List<String> options(Map<String, String> environment) throws IOException {
        Files.deleteIfExists(written);
        String others = environment.getOrDefault("JVM_ARGS", "") + environment.getOrDefault("JAVA_TOOL_OPTIONS", "")
                + environment.getOrDefault("JDK_JAVA_OPTIONS", "");
        boolean agent = environment.getOrDefault("WLP_SKIP_BOOTSTRAP_AGENT", "").isEmpty()
                || environment.containsKey("WLP_JAR_DEBUG");
        if (agent || !isJavaAble() || DECIDED_ELSEWHERE.matcher(others).find() || !PLAIN.matcher(kept.toString()).matches()) {
            return List.of();
        }
        // What Java cannot archive, it names in a warning each.
        return List.of(Files.exists(kept) ? "-XX:SharedArchiveFile=" + kept : "-XX:ArchiveClassesAtExit=" + written,
                "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** Keeps what the server has written, if it ended with that status in good order: then it is whole. */
    synchronized void keepAfter(int status) {
        try {
            if (status != STOPPED && status != STOPPED_BY_SIGTERM) {
                Files.deleteIfExists(written);
            }
            if (Files.exists(written)) {
                Files.move(written, kept, StandardCopyOption.ATOMIC_MOVE);
                deleteOthers();
            }
        } catch (IOException failed) {
            System.err.println("The next start takes as long as this one, for its classes are not kept: " + Reason.of(failed));
        }
    }

    /** Deletes the archives of former versions and of another Java. */
    private void deleteOthers() throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            for (Path other : all.filter(each -> each.getFileName().toString().startsWith(PREFIX)).toList()) {
                if (!other.equals(kept)) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }

    /** Returns whether this Java has such archives, and brings the one on which it builds others. */
    private static boolean isJavaAble() {
        Path home = Path.of(System.getProperty("java.home"));
        return !System.getProperty("java.vm.name", "").contains("OpenJ9")
                && Stream.of("lib", "bin").anyMatch(each -> Files.exists(home.resolve(each + "/server/classes.jsa")));
    }

    private static String fingerprintOfJava() throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        Path modules = home.resolve("lib/modules");
        String made = Files.exists(modules) ? Files.size(modules) + " " + Files.getLastModifiedTime(modules).toMillis() : "";
        CRC32 sum = new CRC32();
        sum.update(String.join(" ", home.toString(), System.getProperty("java.vm.vendor", ""),
                System.getProperty("java.vm.version", ""), made).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
