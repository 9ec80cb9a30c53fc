package dev.holdfast.journeys.operations;

import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Ports;
import dev.holdfast.journeys.rig.SmallCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An nginx that runs {@code docs/deploy/nginx.conf}, with the places filled in that an operator fills in: addresses, ports,
 * certificate, log. One wait is changed: the one for a check-up is a second, so that no test waits for a minute. Beside the
 * port with TLS there is one without, because plain http is allowed on loopback.
 */
final class Nginx implements AutoCloseable {

    private static final Path DOCUMENTED = Path.of("docs/deploy/nginx.conf");
    private static final Path DOCUMENTED_PAGES = Path.of("docs/deploy/nginx-pages.conf");
    private static final String HOLDFASTS_PAGES = """
                location / {
                    proxy_pass http://holdfast;
                }
            """;
    private static final String AROUND = """
            daemon off;
            %2$s
            worker_processes 2;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log warn;
            events { worker_connections 768; }
            http {
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                include %1$s/holdfast.conf;
            }
            """;

    private final Path home;
    private final URI plain;
    private final URI tls;
    private final Optional<Path> pages;
    private Process process;

    private Nginx(Path home, URI plain, URI tls, Optional<Path> pages) {
        this.home = home;
        this.plain = plain;
        this.tls = tls;
        this.pages = pages;
    }

    static Optional<Path> program() {
        Stream<String> places = Stream.concat(Stream.of(System.getenv("PATH").split(":")),
                Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"));
        return places.map(place -> Path.of(place, "nginx")).filter(Files::isExecutable).findFirst();
    }

    /** Its port is known before the servers behind it start. */
    static Nginx onFreePorts() throws IOException {
        Path all = Files.createDirectories(Path.of("target/journeys"));
        Path home = Files.createTempDirectory(all, "nginx-").toAbsolutePath();
        return new Nginx(home, URI.create("http://localhost:" + Ports.free()), URI.create("https://localhost:" + Ports.free()),
                Optional.empty());
    }

    /** Returns another one that serves the pages of the folder by {@code docs/deploy/nginx-pages.conf}. */
    static Nginx withPages(Path folder) throws IOException {
        Nginx bare = onFreePorts();
        return new Nginx(bare.home, bare.plain, bare.tls, Optional.of(folder.toAbsolutePath()));
    }

    Nginx startBefore(HoldfastServer one, HoldfastServer other) throws IOException {
        SmallCertificate.createIn(home);
        Files.writeString(home.resolve("holdfast.conf"), filledIn(one, other));
        Files.writeString(home.resolve("nginx.conf"), AROUND.formatted(home, workers()));
        process = command().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Eventually.holds(Duration.ofSeconds(20), "nginx listens", this::listens);
        return this;
    }

    /** Returns the output of {@code nginx -t}: that all is well, or the complaint. */
    String complaint() throws IOException, InterruptedException {
        Process test = command("-t").start();
        String said = new String(test.getErrorStream().readAllBytes());
        return test.waitFor() == 0 && !said.contains("[warn]") ? "" : said;
    }

    URI plain() {
        return plain;
    }

    URI tls() {
        return tls;
    }

    SmallCertificate certificate() {
        return SmallCertificate.in(home);
    }

    /** Returns how many requests that node has answered through this proxy so far. */
    long answeredBy(HoldfastServer node) {
        String upstream = "\"127.0.0.1:" + node.origin().getPort() + "\" \"2";
        return log().lines().filter(line -> line.contains(upstream)).count();
    }

    /** Returns the servers that were asked for that path by the log, a line for each request. */
    List<String> askedFor(String path) {
        return log().lines().filter(line -> line.contains(" " + path + "\" "))
                .map(line -> line.substring(line.indexOf("\"127.0.0.1:"))).toList();
    }

    String log() {
        try {
            return Files.readString(home.resolve("holdfast.log"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    private String filledIn(HoldfastServer one, HoldfastServer other) throws IOException {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("10.0.0.11:9080", "127.0.0.1:" + one.origin().getPort());
        places.put("10.0.0.12:9080", "127.0.0.1:" + other.origin().getPort());
        places.put("listen [::]:80;", "");
        places.put("listen [::]:443 ssl http2;", "");
        places.put("listen 80;", "listen 127.0.0.1:" + Ports.free() + ";");
        places.put("listen 443 ssl http2;", "listen 127.0.0.1:" + tls.getPort() + " ssl http2; listen 127.0.0.1:"
                + plain.getPort() + ";");
        places.put("holdfast.example.com", "localhost");
        places.put("/etc/nginx/tls", home.toString());
        places.put("/var/log/nginx", home.toString());
        places.put("proxy_read_timeout 60s;", "proxy_read_timeout 1s;");
        String filled = Files.readString(DOCUMENTED);
        if (pages.isPresent()) {
            places.put(HOLDFASTS_PAGES, Files.readString(DOCUMENTED_PAGES).replace("/srv/pages", pages.get().toString()));
        }
        for (Map.Entry<String, String> place : places.entrySet()) {
            if (!filled.contains(place.getKey())) {
                throw new IllegalStateException(DOCUMENTED + " has no " + place.getKey());
            }
            filled = filled.replace(place.getKey(), place.getValue());
        }
        return filled;
    }

    /** Lets the workers of a root's nginx read the folder of the build, which may be closed to all others. */
    private static String workers() {
        return "root".equals(System.getProperty("user.name")) ? "user root;" : "";
    }

    private ProcessBuilder command(String... more) {
        List<String> command = Stream.concat(Stream.of(program().orElseThrow().toString(), "-p", home + "/", "-e",
                home + "/error.log", "-c", home + "/nginx.conf"), Stream.of(more)).toList();
        return new ProcessBuilder(command);
    }

    private boolean listens() {
        try (Socket socket = new Socket("127.0.0.1", plain.getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
