package dev.holdfast.launch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The server as a process of its own, with the Java and the environment of this process. SIGTERM to this process stops the
 * server in good order. If this process is killed, the server sees its standard input end, and stops too.
 */
final class ServerRun {

    /** Liberty waits thirty seconds for requests in progress. */
    private static final long END_WITHIN_MILLIS = 40_000;
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final Seat seat;
    private final ClassArchive archive;
    private @Nullable Process server;
    private boolean ended;

    ServerRun(Seat seat) throws IOException {
        this.seat = seat;
        archive = seat.classes();
    }

    /** Runs the server, and returns its exit status once it has ended. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(arguments)).redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT);
        awaitEndOfOneLeftBehind(LibertyLock.of(seat.output()));
        seat.clear();
        environment(builder.environment());
        int status = started(builder).waitFor();
        archive.keepAfter(status);
        return status;
    }

    /** Registers the hook before it starts the server: a signal between the two would otherwise leave the server running. */
    private Process started(ProcessBuilder builder) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        synchronized (this) {
            if (ended) {
                throw new IOException("stopped before the server started");
            }
            Process running = builder.start();
            server = running;
            return running;
        }
    }

    private List<String> command(List<String> arguments) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>(List.of(seat.wlp().resolve(windows ? "bin/server.bat" : "bin/server").toString(),
                System.getenv("WLP_JAR_DEBUG") == null ? "run" : "debug", "holdfast"));
        if (!arguments.isEmpty()) {
            command.add("--");
            command.addAll(arguments);
        }
        return command;
    }

    private void environment(Map<String, String> environment) throws IOException {
        environment.remove("WLP_USER_DIR");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("WLP_OUTPUT_DIR", seat.output().toString());
        String twoPhase = environment.containsKey("WLP_JAR_ENABLE_2PC") ? "" : "-Dcom.ibm.tx.jta.disable2PC=true ";
        environment.putIfAbsent("WLP_SKIP_BOOTSTRAP_AGENT", "true");
        environment.put("JVM_ARGS", twoPhase + "-Dholdfast.end-with-launcher=true "
                + String.join(" ", archive.options(environment)) + " " + environment.getOrDefault("JVM_ARGS", ""));
    }

    /**
     * Waits for a server whose launcher was killed. It ends by itself, and until then Liberty refuses to start in its
     * directory.
     */
    private static void awaitEndOfOneLeftBehind(LibertyLock lock) throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(END_WITHIN_MILLIS);
        while (lock.isHeld() && System.nanoTime() < giveUp) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private synchronized void end() {
        ended = true;
        if (server == null) {
            return;
        }
        // Process.destroy also closes the server's standard input, which tells it that this process was killed.
        server.toHandle().destroy();
        try {
            archive.keepAfter(server.waitFor());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
