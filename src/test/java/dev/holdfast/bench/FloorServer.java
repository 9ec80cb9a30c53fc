package dev.holdfast.bench;

import dev.holdfast.bench.floor.Floor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A second server of the same Liberty with nothing but {@link Floor} in it, at the same database. */
final class FloorServer implements AutoCloseable {

    private static final Path LIBERTY = Path.of("target/liberty/wlp").toAbsolutePath();
    private static final Duration START_WITHIN = Duration.ofMinutes(2);

    private static final String CONFIGURATION = """
            <server>
              <featureManager><feature>servlet-6.0</feature><feature>jdbc-4.3</feature></featureManager>
              <httpEndpoint id="defaultHttpEndpoint" host="localhost" httpPort="%d" httpsPort="-1" protocolVersion="http/1.1"/>
              <library id="driver"><fileset dir="%s" includes="*.jar"/></library>
              <dataSource jndiName="jdbc/floor" isolationLevel="TRANSACTION_READ_COMMITTED" statementCacheSize="60">
                <jdbcDriver libraryRef="driver"/>
                <connectionManager maxPoolSize="20"/>
                <properties.postgresql serverName="localhost" portNumber="%d" databaseName="postgres" user="postgres"
                                       password="postgres"/>
              </dataSource>
              <webApplication location="%s" contextRoot="/"/>
            </server>
            """;

    private final int port = freePort();
    private final Process process;

    FloorServer(int databasePort, Map<String, String> environment) throws IOException {
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "floor-").toAbsolutePath();
        Path server = Files.createDirectories(home.resolve("servers/floor"));
        Files.writeString(server.resolve("server.xml"), CONFIGURATION.formatted(port,
                LIBERTY.resolve("usr/servers/holdfast/lib/jdbc"), databasePort, archive(home)));
        ProcessBuilder builder = new ProcessBuilder(LIBERTY.resolve("bin/server").toString(), "run", "floor")
                .redirectErrorStream(true).redirectOutput(home.resolve("console.log").toFile());
        builder.environment().putAll(environment);
        builder.environment().put("WLP_USER_DIR", home.toString());
        builder.environment().put("WLP_OUTPUT_DIR", home.resolve("output").toString());
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        awaitReady();
    }

    URI origin() {
        return URI.create("http://localhost:" + port);
    }

    Duration processorTime() {
        return everyProcess().stream().map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The first cookie of so many sessions of its own. */
    List<String> cookies(Connection connection, int sessions) throws SQLException {
        connection.createStatement().execute("create table floor_session (like user_session including defaults)"
                + " with (fillfactor = 80)");
        connection.createStatement().execute("alter table floor_session add primary key (id)");
        List<String> cookies = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            UUID id = UUID.randomUUID();
            connection.createStatement().execute("insert into floor_session (id, account_id, generation, created_at, rotated_at,"
                    + " refreshed_at, idle_ends_at, ends_at, user_agent, address) select '" + id + "', gen_random_uuid(), 1,"
                    + " now(), now(), now(), now(), now(), 'Java-http-client/17', '127.0.0.1'");
            cookies.add(firstCookie(id));
        }
        return cookies;
    }

    private String firstCookie(UUID id) {
        try {
            HttpURLConnection connection = (HttpURLConnection) origin().resolve("/refresh?sid=" + id).toURL().openConnection();
            return connection.getHeaderField("Set-Cookie");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void awaitReady() throws IOException {
        long giveUp = System.nanoTime() + START_WITHIN.toNanos();
        while (firstCookieOrNull() == null) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                throw new IOException("the floor does not start");
            }
        }
    }

    private String firstCookieOrNull() {
        try {
            Thread.sleep(200);
            return firstCookie(UUID.randomUUID());
        } catch (UncheckedIOException notYet) {
            return null;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Path archive(Path home) throws IOException {
        Path archive = home.resolve("floor.war");
        String file = Floor.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(archive));
                InputStream in = Floor.class.getClassLoader().getResourceAsStream(file)) {
            out.putNextEntry(new JarEntry("WEB-INF/classes/" + file));
            in.transferTo(out);
        }
        return archive;
    }

    private List<ProcessHandle> everyProcess() {
        return java.util.stream.Stream.concat(process.descendants(), java.util.stream.Stream.of(process.toHandle())).toList();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        everyProcess().forEach(ProcessHandle::destroyForcibly);
    }
}
