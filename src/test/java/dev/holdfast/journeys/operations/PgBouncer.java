package dev.holdfast.journeys.operations;

import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.Ports;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PgBouncer that runs {@code docs/deploy/pgbouncer.ini}, with the places filled in that an operator fills in: addresses and
 * how people log in. It has three connections, so that transactions meet on them.
 */
final class PgBouncer implements AutoCloseable {

    private static final Path DOCUMENTED = Path.of("docs/deploy/pgbouncer.ini");

    private final Process process;
    private final int port;
    private final Path log;

    private PgBouncer(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static Optional<Path> program() {
        Stream<String> places = Stream.concat(Stream.of(System.getenv("PATH").split(":")),
                Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"));
        return places.map(place -> Path.of(place, "pgbouncer")).filter(Files::isExecutable).findFirst();
    }

    /** Starts it before the database {@code holdfast} of a server, to which everyone logs in as that role. */
    static PgBouncer startBefore(int serverPort, String role) throws IOException {
        Path all = Files.createDirectories(Path.of("target/journeys"));
        Path home = Files.createTempDirectory(all, "pgbouncer-").toAbsolutePath();
        int port = Ports.free();
        Path configuration = home.resolve("pgbouncer.ini");
        Files.writeString(configuration, Files.readString(DOCUMENTED)
                .replace("host=db.example.com port=5432", "host=127.0.0.1 user=" + role + " port=" + serverPort)
                .replace("listen_port = 6432", "listen_port = " + port + "\nunix_socket_dir =")
                .replace("auth_type = scram-sha-256", "auth_type = any")
                .replace("auth_file = /etc/pgbouncer/userlist.txt\n", "")
                .replace("default_pool_size = 10", "default_pool_size = 3"));
        Path log = home.resolve("pgbouncer.log");
        Process process = new ProcessBuilder(command(configuration)).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Eventually.holds(Duration.ofSeconds(20), "PgBouncer listens", () -> listens(port));
        return new PgBouncer(process, port, log);
    }

    int port() {
        return port;
    }

    /** Returns the lines in which it says that it refused something. */
    List<String> complaints() throws IOException {
        return Files.readAllLines(log).stream().filter(line -> line.contains("ERROR") || line.contains("closing because")
                && !line.contains("client close") && !line.contains("unclean") && !line.contains("age")).toList();
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** It refuses to run as root. */
    private static List<String> command(Path configuration) throws IOException {
        List<String> command = new ArrayList<>(List.of(program().orElseThrow().toString()));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(configuration.toString());
        return command;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
