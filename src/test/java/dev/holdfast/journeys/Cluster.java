package dev.holdfast.journeys;

import dev.holdfast.standin.StandInGoogle;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Two servers on one PostgreSQL, behind one public URL, with one stand-in for Google. */
public final class Cluster implements AutoCloseable {

    private static final String KEYS = "1:b9ZfWn8GXGHAQqoUoFOCtza7dW6x7QU3ghI/lfcNO3M=";
    static final String PUBLIC_URL = "http://localhost:19099";

    private final StandInGoogle google;
    private final EmbeddedPostgres postgres;
    private final HoldfastServer one;
    private final HoldfastServer other;

    private Cluster(StandInGoogle google, EmbeddedPostgres postgres, Map<String, String> settings,
            Map<String, String> ofTheOther) {
        this.google = google;
        this.postgres = postgres;
        this.one = HoldfastServer.unpacked(new LinkedHashMap<>(settings));
        Map<String, String> others = new LinkedHashMap<>(settings);
        others.putAll(ofTheOther);
        this.other = HoldfastServer.unpacked(others);
    }

    public static Cluster start(Map<String, String> more) throws IOException {
        return start(more, Map.of());
    }

    static Cluster start(Map<String, String> more, Map<String, String> ofTheOther) throws IOException {
        StandInGoogle google = StandInGoogle.start();
        EmbeddedPostgres postgres = durablePostgres();
        Map<String, String> settings = Stage.settingsFor(google);
        settings.put("HOLDFAST_PUBLIC_URL", PUBLIC_URL);
        settings.put("HOLDFAST_CRYPTO_KEYS", KEYS);
        settings.put("HOLDFAST_DB_KIND", "postgresql");
        settings.put("HOLDFAST_DB_HOST", "localhost");
        settings.put("HOLDFAST_DB_PORT", Integer.toString(postgres.getPort()));
        settings.put("HOLDFAST_DB_NAME", "postgres");
        settings.put("HOLDFAST_DB_USER", "postgres");
        settings.put("HOLDFAST_DB_PASSWORD", "postgres");
        settings.putAll(more);
        Cluster cluster = new Cluster(google, postgres, settings, ofTheOther);
        // Both at once: the schema and the first signing keys are made by whoever is first.
        cluster.one.launch();
        cluster.other.launch();
        cluster.one.awaitReady();
        cluster.other.awaitReady();
        return cluster;
    }

    /** As operators have it: a commit is on the disk. The embedded one would be faster, and forgetful. */
    public static EmbeddedPostgres durablePostgres() throws IOException {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start();
    }

    public StandInGoogle google() {
        return google;
    }

    public EmbeddedPostgres postgres() {
        return postgres;
    }

    public HoldfastServer one() {
        return one;
    }

    public HoldfastServer other() {
        return other;
    }

    /** A browser with an empty cookie jar whose requests arrive at that node. */
    public Browser browserAt(HoldfastServer node) {
        return new Browser(java.net.URI.create(PUBLIC_URL)).through(node);
    }

    /** What an operator does in the database. */
    void run(String statement) {
        try (Connection connection = connection(); Statement run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    long number(String query) {
        try (Connection connection = connection(); Statement ask = connection.createStatement();
                ResultSet answer = ask.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    Connection connection() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    @Override
    public void close() throws IOException {
        one.close();
        other.close();
        postgres.close();
        google.close();
    }
}
