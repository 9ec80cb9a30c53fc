package dev.holdfast.journeys.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Holdfast server in a process of its own, with a data directory of its own, configured by its environment alone. */
public final class HoldfastServer implements AutoCloseable {

    private static final String SCRIPT = Path.of("target/liberty/wlp/bin/server").toAbsolutePath().toString();
    private static final Duration START_WITHIN = Duration.ofMinutes(8);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(40);

    /** Takes half the processor time to start; never for measurements. */
    public static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m -XX:-UsePerfData";

    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final int port;
    private final Path home;
    private final List<String> command;
    private final Map<String, String> settings;
    private Process process;
    private boolean keepsWarm;
    private boolean wasReady;

    private HoldfastServer(int port, Path home, List<String> command, Map<String, String> settings) {
        this.port = port;
        this.home = home;
        this.command = command;
        this.settings = settings;
    }

    /** Returns the server that the build has unpacked, run in the foreground and started warm; several can run at once. */
    public static HoldfastServer unpacked(Map<String, String> settings) {
        return warm(List.of(SCRIPT, "run", "holdfast"), settings);
    }

    /** Returns the same for tests without haste: it runs when tests with time limits leave a processor idle. */
    public static HoldfastServer unhurried(Map<String, String> settings) {
        return warm(Unhurried.command(SCRIPT, "run", "holdfast"), settings);
    }

    private static HoldfastServer warm(List<String> command, Map<String, String> settings) {
        HoldfastServer server = new HoldfastServer(Ports.free(), newHome(), command, settings);
        WarmStart.giveTo(server);
        server.keepsWarm = true;
        return server;
    }

    /** Returns the runnable jar, as people get it. */
    public static HoldfastServer jar(Map<String, String> settings) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new HoldfastServer(Ports.free(), newHome(),
                List.of(java, "-jar", Path.of("target/holdfast.jar").toAbsolutePath().toString()), settings);
    }

    /** Stops it in good order and starts it again, with that setting changed. */
    public HoldfastServer restartWith(String name, String value) {
        return restartWith(Map.of(name, value));
    }

    /** Stops it in good order and starts it again, with those settings changed. */
    public HoldfastServer restartWith(Map<String, String> changes) {
        if (!stop()) {
            throw new IllegalStateException("Holdfast did not stop");
        }
        settings.putAll(changes);
        return start();
    }

    /** Starts it with a setting changed, without waiting for readiness. It must not be running. */
    public HoldfastServer launchWith(String name, String value) {
        settings.put(name, value);
        return launch();
    }

    public HoldfastServer start() {
        return launch().awaitReady();
    }

    public HoldfastServer awaitReady() {
        long giveUp = System.nanoTime() + START_WITHIN.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                throw new IllegalStateException("Holdfast did not become ready:\n" + log());
            }
            await(200);
        }
        wasReady = true;
        ServerCosts.noteReady(this);
        if (keepsWarm) {
            WarmStart.noteTlsKeyOf(this);
        }
        return this;
    }

    /** Starts without waiting for readiness: for starts that are to be refused. */
    public HoldfastServer launch() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
        builder.environment().putAll(environment());
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        return this;
    }

    /** Returns the exit status, once the process has ended by itself. */
    public int awaitExit(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("Holdfast still runs:\n" + log());
        }
        return process.exitValue();
    }

    public URI origin() {
        return URI.create("http://localhost:" + port);
    }

    public Path dataDirectory() {
        return home.resolve("data");
    }

    /** The directory in which Liberty prepares its next start. */
    Path workArea() {
        return home.resolve("output/holdfast/workarea");
    }

    /** The key of the certificate that Liberty makes at the first start. */
    Path tlsKey() {
        return dataDirectory().resolve("tls/key.p12");
    }

    /** Returns everything that the server has written so far: its console and Liberty's own log files. */
    public String log() {
        return LogFiles.below(home);
    }

    /** Returns the same without {@code trace.log}, where Liberty writes text that the other files must not contain. */
    public String logToRead() {
        return LogFiles.below(home, name -> !name.startsWith("trace"));
    }

    public boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(origin().resolve("/health/ready")).timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Returns the value of a metric in {@code /metrics}, summed over its labels. */
    public double metric(String name) {
        HttpRequest request = HttpRequest.newBuilder(origin().resolve("/metrics")).build();
        return Browser.exchange(request).body().lines().filter(line -> line.matches(name + "[{ ].*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    /** Sends SIGTERM to the started process alone; returns true if no process of the server is left. */
    public boolean stop() {
        List<ProcessHandle> all = everyProcess();
        ServerCosts.noteEnd(this);
        process.destroy();
        long giveUp = System.nanoTime() + STOP_WITHIN.toNanos();
        while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < giveUp) {
            await(100);
        }
        boolean stopped = all.stream().noneMatch(ProcessHandle::isAlive);
        if (stopped && keepsWarm && wasReady) {
            WarmStart.keepOf(this);
        }
        return stopped;
    }

    /** Kills the started process alone with kill -9; returns the processes that are left. */
    public List<ProcessHandle> killStarted() {
        List<ProcessHandle> others = process.descendants().toList();
        process.destroyForcibly();
        return others;
    }

    /** Kills all processes with kill -9. */
    public void kill() {
        ServerCosts.noteEnd(this);
        everyProcess().forEach(ProcessHandle::destroyForcibly);
    }

    /** Sends SIGSTOP to all processes: connections are accepted, and no request is answered. */
    public void pause() {
        signal("STOP");
    }

    /** Sends SIGCONT to all processes; a running process is not affected. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        for (ProcessHandle each : everyProcess()) {
            try {
                new ProcessBuilder("kill", "-" + name, Long.toString(each.pid())).start().waitFor();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** Returns when the started process has gone. */
    public void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive() && !stop()) {
            kill();
        }
    }

    /** Returns the processor time of all processes so far. */
    public Duration processorTime() {
        return everyProcess().stream().map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns the started process and all that it has started. */
    public List<ProcessHandle> everyProcess() {
        return process == null ? List.of()
                : Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("HTTP_PORT", Integer.toString(port));
        environment.put("HTTPS_PORT", "-1");
        environment.put("HOLDFAST_PUBLIC_URL", origin().toString());
        environment.put("HOLDFAST_DATA_DIR", dataDirectory().toString());
        environment.put("WLP_OUTPUT_DIR", home.resolve("output").toString());
        environment.put("WLP_JAR_EXTRACT_DIR", Path.of("target/unpacked").toAbsolutePath().toString());
        environment.put("WLP_SKIP_BOOTSTRAP_AGENT", "true");
        environment.put("JVM_ARGS", QUICK_START);
        environment.putAll(settings);
        return environment;
    }

    private Path logFile() {
        return home.resolve("console.log");
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/journeys")), "server-").toAbsolutePath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static void await(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
