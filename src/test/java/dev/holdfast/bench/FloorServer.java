package dev.holdfast.bench;

import dev.holdfast.bench.floor.Floor;
import dev.holdfast.journeys.rig.HoldfastServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A second server of the same Liberty with nothing but {@link Floor} in it, at the same database. */
final class FloorServer implements AutoCloseable {

    private static final Path DRIVERS = Path.of("target/liberty/wlp/usr/servers/holdfast/lib/jdbc").toAbsolutePath();

    private static final String CONFIGURATION = """
            <server>
              <featureManager><feature>servlet-6.0</feature><feature>jdbc-4.3</feature></featureManager>
              <httpEndpoint id="defaultHttpEndpoint" host="localhost" httpPort="${http.port}" httpsPort="-1"
                            protocolVersion="http/1.1"/>
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

    private final HoldfastServer server;

    FloorServer(int databasePort, Map<String, String> java) throws IOException {
        Path user = Files.createTempDirectory(Files.createDirectories(Path.of("target/bench")), "floor-").toAbsolutePath();
        Path configuration = Files.createDirectories(user.resolve("servers/holdfast")).resolve("server.xml");
        Files.writeString(configuration, CONFIGURATION.formatted(DRIVERS, databasePort, archive(user)));
        Map<String, String> settings = new HashMap<>(java);
        settings.put("WLP_USER_DIR", user.toString());
        server = HoldfastServer.unpacked(settings).start();
    }

    URI origin() {
        return server.origin();
    }

    Duration processorTime() {
        return server.processorTime();
    }

    /** The first cookie of so many sessions of its own. */
    List<String> cookies(Connection connection, int sessions) throws SQLException {
        connection.createStatement().execute("create table floor_session (like user_session including defaults)"
                + " with (fillfactor = 80)");
        connection.createStatement().execute("alter table floor_session add primary key (id)");
        List<String> cookies = new ArrayList<>();
        try (Caller caller = new Caller(origin())) {
            for (int i = 0; i < sessions; i++) {
                UUID id = UUID.randomUUID();
                connection.createStatement().execute("insert into floor_session (id, account_id, generation, created_at,"
                        + " rotated_at, refreshed_at, idle_ends_at, ends_at, user_agent, address) select '" + id
                        + "', gen_random_uuid(), 1, now(), now(), now(), now(), now(), 'Java-http-client/17', '127.0.0.1'");
                cookies.add(caller.call("GET /refresh?sid=" + id + " HTTP/1.1\r\n").setCookie());
            }
        }
        return cookies;
    }

    private static Path archive(Path directory) {
        Path archive = directory.resolve("floor.war");
        String file = Floor.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(archive));
                InputStream in = Floor.class.getClassLoader().getResourceAsStream(file)) {
            out.putNextEntry(new JarEntry("WEB-INF/classes/" + file));
            in.transferTo(out);
            return archive;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
