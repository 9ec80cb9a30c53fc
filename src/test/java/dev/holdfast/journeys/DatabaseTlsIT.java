package dev.holdfast.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.standin.StandInGoogle;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A PostgreSQL with a certificate of its own: its server is known by it, and by nothing else. */
class DatabaseTlsIT {

    private static final int EX_TEMPFAIL = 75;

    @Test
    void startWhenTheCertificateIsVerifiedThenEveryConnectionIsEncryptedAndAnImpostorGetsNone() throws Exception {
        Path own = newDirectory();
        Path strange = newDirectory();
        SmallCertificate.createIn(own);
        SmallCertificate.createIn(strange);
        try (StandInGoogle google = StandInGoogle.start(); EmbeddedPostgres postgres = postgresWith(own)) {
            try (HoldfastServer holdfast = HoldfastServer.unpacked(settings(google, postgres, own)).start()) {
                assertTrue(holdfast.isReady());
                assertTrue(connections(postgres, true) > 0);
                assertEquals(0, connections(postgres, false));
            }
            try (HoldfastServer deceived = HoldfastServer.unpacked(settings(google, postgres, strange)).launch()) {
                assertEquals(EX_TEMPFAIL, deceived.awaitExit(Duration.ofMinutes(2)));
                assertTrue(deceived.log().contains("HF0112"));
            }
        }
    }

    private static Path newDirectory() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target/journeys")), "tls-").toAbsolutePath();
    }

    private static EmbeddedPostgres postgresWith(Path certificate) throws IOException {
        return EmbeddedPostgres.builder().setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.resolve("holdfast.pem").toString())
                .setServerConfig("ssl_key_file", certificate.resolve("holdfast.key").toString()).start();
    }

    private static Map<String, String> settings(StandInGoogle google, EmbeddedPostgres postgres, Path trusted) {
        Map<String, String> settings = Stage.settingsFor(google);
        settings.putAll(SharedDatabase.settings(postgres));
        settings.put("HOLDFAST_CRYPTO_KEYS", "1:" + Workplace.newKey());
        settings.put("HOLDFAST_DB_TLS", "verify-full");
        settings.put("HOLDFAST_DB_TLS_ROOT_CERTIFICATE", trusted.resolve("holdfast.pem").toString());
        return settings;
    }

    /** All but the one that asks. */
    private static long connections(EmbeddedPostgres postgres, boolean encrypted) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                ResultSet result = connection.createStatement().executeQuery("select count(*) from pg_stat_ssl"
                        + " join pg_stat_activity using (pid) where backend_type = 'client backend'"
                        + " and pid <> pg_backend_pid() and ssl = " + encrypted)) {
            result.next();
            return result.getLong(1);
        }
    }
}
