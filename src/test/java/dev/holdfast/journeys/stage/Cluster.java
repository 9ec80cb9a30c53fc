package dev.holdfast.journeys.stage;

import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.people.People;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Two servers on one PostgreSQL, behind one public URL, with one stand-in for Google. */
public final class Cluster implements AutoCloseable {

    private static final String KEYS = "1:b9ZfWn8GXGHAQqoUoFOCtza7dW6x7QU3ghI/lfcNO3M=";
    public static final String PUBLIC_URL = "http://localhost:19099";

    /** Short enough for a test to wait for it. */
    public static final Duration GRACE = Duration.ofSeconds(3);

    public static final Duration SIGNING_KEY_LIFETIME = Duration.ofSeconds(10);

    private static final String NEW_YORK = HoldfastServer.QUICK_START + " -Duser.timezone=America/New_York";

    private static Cluster shared;
    private static Cluster patient;

    private final StandInGoogle google;
    private final SharedDatabase database;
    private final HoldfastServer one;
    private final HoldfastServer other;

    private Cluster(StandInGoogle google, SharedDatabase database, HoldfastServer one, HoldfastServer other) {
        this.google = google;
        this.database = database;
        this.one = one;
        this.other = other;
        // Both start at once: the first one makes the schema and the first signing keys.
        one.launch();
        other.launch();
        one.awaitReady();
        other.awaitReady();
    }

    /**
     * Returns the cluster for all journeys that bring both nodes back to life at their end. Its database contains the rows
     * of {@link LongGone}, which are to be cleared up. One node is in another time zone.
     */
    public static synchronized Cluster shared() {
        if (shared == null) {
            shared = start(Map.of("HOLDFAST_SESSION_REUSE_GRACE", GRACE.toString()), Map.of("JVM_ARGS", NEW_YORK),
                    HoldfastServer::unpacked);
            LongGone.insertInto(shared);
        }
        shared.google.control().reset();
        return shared;
    }

    /**
     * Returns a second cluster with a grace that a hundred callers without receipts need on a slow machine, and with signing
     * keys that are replaced during the test.
     */
    public static synchronized Cluster patient() {
        if (patient == null) {
            patient = start(Map.of("HOLDFAST_SESSION_REUSE_GRACE", "PT1M",
                    "HOLDFAST_SESSION_SIGNING_KEY_LIFETIME", SIGNING_KEY_LIFETIME.toString()),
                    Map.of(), HoldfastServer::unpacked);
        }
        patient.google.control().reset();
        return patient;
    }

    /** Starts a cluster for one class alone, at a low priority. */
    public static Cluster start(Map<String, String> more) {
        return start(more, Map.of());
    }

    /** Starts the same with other settings at the other node. */
    public static Cluster start(Map<String, String> more, Map<String, String> ofTheOther) {
        return start(more, ofTheOther, HoldfastServer::unhurried);
    }

    private static Cluster start(Map<String, String> more, Map<String, String> ofTheOther,
            Function<Map<String, String>, HoldfastServer> server) {
        StandInGoogle google = StandInGoogle.start();
        SharedDatabase database = SharedDatabase.start();
        Map<String, String> settings = Stage.settingsFor(google);
        settings.put("HOLDFAST_PUBLIC_URL", PUBLIC_URL);
        settings.put("HOLDFAST_CRYPTO_KEYS", KEYS);
        settings.put("HOLDFAST_ADMIN_EMAILS", People.BRUNO);
        settings.putAll(database.settings());
        settings.putAll(more);
        Map<String, String> others = new LinkedHashMap<>(settings);
        others.putAll(ofTheOther);
        return new Cluster(google, database, server.apply(settings), server.apply(others));
    }

    public StandInGoogle google() {
        return google;
    }

    public EmbeddedPostgres postgres() {
        return database.postgres();
    }

    public HoldfastServer one() {
        return one;
    }

    public HoldfastServer other() {
        return other;
    }

    public SharedDatabase database() {
        return database;
    }

    /** Returns a stage whose guests send their requests to that node. */
    public Stage stageAt(HoldfastServer node) {
        return Stage.apart(google, node, () -> browserAt(node));
    }

    /** Returns a browser with an empty cookie jar whose requests arrive at that node. */
    public Browser browserAt(HoldfastServer node) {
        return new Browser(URI.create(PUBLIC_URL)).through(node);
    }

    /** Runs a statement as an operator would, directly in the database. */
    public void run(String statement) {
        try (Connection connection = connection(); Statement run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public long number(String query) {
        return database.number(query);
    }

    public Connection connection() throws SQLException {
        return database.postgres().getPostgresDatabase().getConnection();
    }

    @Override
    public void close() throws IOException {
        one.close();
        other.close();
        database.close();
        google.close();
    }
}
