package dev.holdfast.journeys.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.SmallCertificate;
import dev.holdfast.journeys.stage.SharedDatabase;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.journeys.stage.Workplace;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.storage.control.SmallPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A PostgreSQL that demands a password and has a certificate of its own, which alone identifies its server. Holdfast's
 * secrets are a directory of files, as orchestrators mount it.
 */
class DatabaseTlsIT {

    private static final int EX_TEMPFAIL = 75;

    /** Contains characters that Liberty and MicroProfile would replace or decode. */
    private static final String PASSWORD = "{xor}Lz-$$-${http.port}-of-the-role-4711";

    @TempDir
    private static Path secrets;

    private static StandInGoogle google;
    private static EmbeddedPostgres postgres;
    private static Connection operator;
    private static HoldfastServer holdfast;

    @BeforeAll
    static void start() throws IOException, SQLException {
        Path own = newCertificate();
        google = StandInGoogle.start();
        postgres = postgresWith(own);
        operator = postgres.getPostgresDatabase().getConnection();
        demandPassword();
        secret("holdfast.google.client-secret", google.clientSecret());
        secret("holdfast.db.password", PASSWORD);
        secret("holdfast.crypto.keys", "1:" + Workplace.newKey());
        holdfast = HoldfastServer.unhurried(settings(own)).start();
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        holdfast.close();
        operator.close();
        postgres.close();
        google.close();
    }

    @Test
    void startWhenEachSecretIsAFileNamedByItsKeyThenItIsUsed() {
        assertTrue(holdfast.isReady());
        assertTrue(holdfast.log().contains("HF0111"));
        assertFalse(holdfast.log().contains(PASSWORD));
    }

    @Test
    void startWhenTheCertificateIsVerifiedThenEveryConnectionIsEncrypted() throws SQLException {
        assertTrue(connections(true) > 0);
        assertEquals(0, connections(false));
    }

    @Test
    void startWhenTheServerIsAnImpostorThenItGetsNoConnection() throws Exception {
        try (HoldfastServer deceived = HoldfastServer.unhurried(settings(newCertificate())).launch()) {
            assertEquals(EX_TEMPFAIL, deceived.awaitExit(Duration.ofMinutes(4)));
            assertTrue(deceived.log().contains("HF0112"));
        }
    }

    private static Path newCertificate() throws IOException {
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target/journeys")), "tls-").toAbsolutePath();
        SmallCertificate.createIn(directory);
        return directory;
    }

    private static EmbeddedPostgres postgresWith(Path certificate) throws IOException {
        return SmallPostgres.fast().setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.resolve("holdfast.pem").toString())
                .setServerConfig("ssl_key_file", certificate.resolve("holdfast.key").toString()).start();
    }

    private static Map<String, String> settings(Path trusted) {
        Map<String, String> settings = Stage.settingsFor(google);
        settings.putAll(SharedDatabase.settings(postgres));
        settings.remove("HOLDFAST_GOOGLE_CLIENT_SECRET");
        settings.remove("HOLDFAST_DB_PASSWORD");
        settings.put("VARIABLE_SOURCE_DIRS", secrets.toString());
        settings.put("HOLDFAST_DB_TLS", "verify-full");
        settings.put("HOLDFAST_DB_TLS_ROOT_CERTIFICATE", trusted.resolve("holdfast.pem").toString());
        return settings;
    }

    private static void secret(String key, String value) throws IOException {
        Files.writeString(secrets.resolve(key), value + "\n");
    }

    /** Demands the password from now on; before, the database trusted every connection. */
    private static void demandPassword() throws IOException, SQLException {
        try (Statement statement = operator.createStatement()) {
            statement.execute("alter role postgres password '" + PASSWORD + "'");
            try (ResultSet file = statement.executeQuery("show hba_file")) {
                file.next();
                Files.writeString(Path.of(file.getString(1)), "host all all all scram-sha-256\n");
            }
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Counts all connections but its own. */
    private static long connections(boolean encrypted) throws SQLException {
        try (Statement statement = operator.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from pg_stat_ssl"
                        + " join pg_stat_activity using (pid) where backend_type = 'client backend'"
                        + " and pid <> pg_backend_pid() and ssl = " + encrypted)) {
            result.next();
            return result.getLong(1);
        }
    }
}
