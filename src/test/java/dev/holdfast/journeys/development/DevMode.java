package dev.holdfast.journeys.development;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Ports;
import dev.holdfast.standin.StandInGoogle;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code mvn liberty:dev}, by the Maven of this build, in a copy of the sources and of what the build has made of them: nothing
 * that changes there changes here. It uses the Liberty that the build has unpacked, with a user directory of its own.
 */
final class DevMode implements AutoCloseable {

    private static final List<String> COPIED = List.of("pom.xml", "liberty", "src/main", "src/dev", "frontend/dist/app",
            "target/classes", "target/openapi");
    private static final Path LIBERTY = Path.of("target/liberty/wlp").toAbsolutePath();
    private static final Duration QUIT_WITHIN = Duration.ofSeconds(60);

    private final Path home;
    private final int port;
    private final Process maven;
    private volatile List<ProcessHandle> started = List.of();

    private DevMode(Path home, int port, Process maven) {
        this.home = home;
        this.port = port;
        this.maven = maven;
    }

    static DevMode start(StandInGoogle google) throws IOException {
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target/journeys")), "dev-").toAbsolutePath();
        for (String each : COPIED) {
            copy(Path.of(each), home.resolve(each));
        }
        int port = Ports.free();
        ProcessBuilder builder = new ProcessBuilder(command(home)).directory(home.toFile())
                .redirectErrorStream(true).redirectOutput(home.resolve("console.log").toFile());
        builder.environment().putAll(Map.of("HTTP_PORT", Integer.toString(port), "JVM_ARGS", HoldfastServer.QUICK_START,
                "HOLDFAST_PUBLIC_URL", "http://localhost:" + port, "HOLDFAST_GOOGLE_ISSUER", google.origin().toString(),
                "HOLDFAST_GOOGLE_API_ROOT", google.origin().toString()));
        DevMode mode = new DevMode(home, port, builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(mode::close));
        return mode;
    }

    /** The command of dev mode, which compiles nothing that the build has compiled, and opens no port for a debugger. */
    private static List<String> command(Path home) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("holdfast.test.maven-home") + "/bin/mvn", "-B", "-ntp",
                "-Dmaven.repo.local=" + System.getProperty("holdfast.test.repository"), "-Dmaven.main.skip", "-Dmaven.test.skip",
                "-DinstallDirectory=" + LIBERTY, "-DuserDirectory=" + home.resolve("usr"), "-Ddebug=false", "liberty:dev"));
        if ("offline=true".equals(System.getProperty("holdfast.test.maven"))) {
            command.add("-o");
        }
        return command;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path copied = to.resolve(from.relativize(each).toString());
                Files.createDirectories(Files.isDirectory(each) ? copied : copied.getParent());
                if (!Files.isDirectory(each)) {
                    Files.copy(each, copied, COPY_ATTRIBUTES);
                }
            }
        }
    }

    URI origin() {
        return URI.create("http://localhost:" + port);
    }

    /** Returns a file of the copy. */
    Path file(String name) {
        return home.resolve(name);
    }

    void replace(String name, String text, String by) throws IOException {
        String before = Files.readString(file(name));
        if (!before.contains(text)) {
            throw new IllegalStateException(name + " does not contain " + text);
        }
        Files.writeString(file(name), before.replace(text, by));
    }

    /** Fails at once if Maven has ended. */
    boolean isReady() {
        if (!maven.isAlive()) {
            throw new IllegalStateException("dev mode has ended:\n" + console());
        }
        started = everyProcess();
        return console().contains("Liberty is running in dev mode")
                && answer("/health/ready").filter(answer -> answer.statusCode() == 200).isPresent();
    }

    /** Returns the body of the answer, whatever its status; empty while the server does not answer. */
    String served(String path) {
        return answer(path).map(HttpResponse::body).orElse("");
    }

    private Optional<HttpResponse<String>> answer(String path) {
        try {
            return Optional.of(Browser.exchange(
                    HttpRequest.newBuilder(origin().resolve(path)).timeout(Duration.ofSeconds(10)).build()));
        } catch (IllegalStateException notNow) {
            return Optional.empty();
        }
    }

    /** Returns how often a server has been launched. */
    long serverStarts() {
        return console().lines().filter(line -> line.contains("CWWKE0001I")).count();
    }

    private String console() {
        try {
            return Files.readString(home.resolve("console.log"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Ends dev mode as a person does, by {@code q} and Enter; returns whether no process is left. */
    boolean quit() throws IOException {
        started = everyProcess();
        try (OutputStream keyboard = maven.getOutputStream()) {
            keyboard.write("q\n".getBytes());
        }
        long giveUp = System.nanoTime() + QUIT_WITHIN.toNanos();
        while (started.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < giveUp) {
            HoldfastServer.await(100);
        }
        return started.stream().noneMatch(ProcessHandle::isAlive);
    }

    private List<ProcessHandle> everyProcess() {
        return Stream.concat(maven.descendants(), Stream.of(maven.toHandle())).toList();
    }

    /** Also ends a server that Maven has left behind. */
    @Override
    public void close() {
        Stream.concat(everyProcess().stream(), started.stream()).forEach(ProcessHandle::destroyForcibly);
    }
}
