package dev.holdfast.launch;

import dev.holdfast.journeys.rig.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One {@code java -jar} of a {@link ToyJar}. */
final class ToyRun implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Process process;
    private final Path said;

    private ToyRun(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    static ToyRun of(Path jar, Path place, Map<String, String> environment) {
        try {
            Path said = Files.createTempFile(jar.getParent(), "said-", ".log");
            ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-jar",
                    jar.toString(), "--colour=blue").redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("WLP_") || name.equals("JVM_ARGS"));
            builder.environment().put("WLP_JAR_EXTRACT_DIR", place.toString());
            builder.environment().putAll(environment);
            return new ToyRun(builder.start(), said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    ToyRun awaitRunning() {
        Eventually.holds(SOON, "it runs", () -> said().contains("running"));
        return this;
    }

    int exitStatus() throws InterruptedException {
        if (!process.waitFor(SOON.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still runs: " + said());
        }
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** SIGTERM, to the launcher alone. */
    int stop() throws InterruptedException {
        process.destroy();
        return exitStatus();
    }

    /** kill -9, to the launcher alone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitStatus();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
