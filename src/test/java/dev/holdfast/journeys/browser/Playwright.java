package dev.holdfast.journeys.browser;

import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.standin.StandInGoogle;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs browser tests of {@code frontend/e2e} against a server and a stand-in for Google. */
final class Playwright {

    /** Long enough on a busy machine as well. */
    private static final long MINUTES = 40;

    private final Map<String, String> environment = new HashMap<>();

    private Playwright() {}

    /** The exit status, or -1 if the run did not end in time, and its output. */
    record Run(int status, String output) {}

    static Playwright with(HoldfastServer holdfast, StandInGoogle google) {
        return inRows(List.of(holdfast), List.of(google));
    }

    /** Runs as many journeys at once as there are servers, each with the stand-in at the same place of the other list. */
    static Playwright inRows(List<HoldfastServer> servers, List<StandInGoogle> googles) {
        return new Playwright().setting("HOLDFAST_URL", spaced(servers.stream().map(HoldfastServer::origin)))
                .setting("STANDIN_URL", spaced(googles.stream().map(StandInGoogle::origin)));
    }

    private static String spaced(Stream<URI> origins) {
        return origins.map(URI::toString).collect(Collectors.joining(" "));
    }

    Playwright setting(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** {@code script}: the name of a script in {@code frontend/package.json}. */
    Run run(String script) throws IOException, InterruptedException {
        Path output = Path.of("target/journeys/" + script.replace(':', '-') + ".log").toAbsolutePath();
        Files.createDirectories(output.getParent());
        ProcessBuilder playwright = new ProcessBuilder(
                Path.of("frontend/run").toAbsolutePath().toString(), "run", script)
                .directory(Path.of("frontend").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        playwright.environment().putAll(environment);
        Process run = playwright.start();
        boolean ended = run.waitFor(MINUTES, TimeUnit.MINUTES);
        run.descendants().forEach(ProcessHandle::destroyForcibly);
        run.destroyForcibly();
        return new Run(ended ? run.exitValue() : -1, Files.readString(output));
    }
}
