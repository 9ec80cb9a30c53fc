package dev.holdfast.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.standin.StandInGoogle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that the environment does not hold: a directory of files, as orchestrators mount it. */
class SecretFilesIT {

    /** Of signs that Liberty and MicroProfile would replace or decode. */
    private static final String PASSWORD = "{xor}Lz-$$-${http.port}-of-the-role-4711";

    @TempDir
    private Path secrets;

    @Test
    void startWhenEachSecretIsAFileNamedByItsKeyThenItIsUsed() throws IOException, SQLException {
        try (StandInGoogle google = StandInGoogle.start(); SharedDatabase database = SharedDatabase.start()) {
            demandPassword(database);
            Map<String, String> settings = Stage.settingsFor(google);
            settings.putAll(database.settings());
            secret("holdfast.google.client-secret", settings.remove("HOLDFAST_GOOGLE_CLIENT_SECRET"));
            settings.remove("HOLDFAST_DB_PASSWORD");
            secret("holdfast.db.password", PASSWORD);
            secret("holdfast.crypto.keys", "1:" + Workplace.newKey());
            settings.put("VARIABLE_SOURCE_DIRS", secrets.toString());

            try (HoldfastServer server = HoldfastServer.unpacked(settings).start()) {
                assertTrue(server.isReady());
                assertTrue(server.log().contains("HF0111"));
                assertFalse(server.log().contains(PASSWORD));
            }
        }
    }

    private void secret(String key, String value) throws IOException {
        Files.writeString(secrets.resolve(key), value + "\n");
    }

    /** From now on of everybody who connects; until then anybody was believed. */
    private static void demandPassword(SharedDatabase database) throws IOException, SQLException {
        try (Connection connection = database.postgres().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + PASSWORD + "'");
            try (ResultSet file = statement.executeQuery("show hba_file")) {
                file.next();
                Files.writeString(Path.of(file.getString(1)), "host all all all scram-sha-256\n");
            }
            statement.execute("select pg_reload_conf()");
        }
    }
}
