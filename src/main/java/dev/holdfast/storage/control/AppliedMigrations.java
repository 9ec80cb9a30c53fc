package dev.holdfast.storage.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.sql.DataSource;

/**
 * Detects by one SELECT that a schema is current, so that nearly every start can skip Flyway, which takes seconds to load. A
 * schema is current if Flyway has recorded each of this version's migrations, unchanged and successful, and no other.
 */
final class AppliedMigrations {

    /** The version of the last migration in {@code db/migration}. */
    static final int NEWEST = 16;

    private static final String HISTORY = "select \"version\", \"script\", \"checksum\", \"success\""
            + " from \"flyway_schema_history\" order by \"installed_rank\"";

    private final String folder;

    AppliedMigrations(String folder) {
        this.folder = folder;
    }

    /** Returns the version of the schema if it is current; empty if it is outdated or unknown. */
    Optional<String> currentVersion(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HISTORY)) {
            int version = 0;
            while (rows.next()) {
                version++;
                if (!isOurs(rows, version)) {
                    return Optional.empty();
                }
            }
            return version == NEWEST ? Optional.of(Integer.toString(version)) : Optional.empty();
        } catch (SQLException | IOException unknown) {
            // There is no history or no database: Flyway creates the history, or reports what is wrong with the database.
            return Optional.empty();
        }
    }

    private boolean isOurs(ResultSet row, int version) throws SQLException, IOException {
        if (!Integer.toString(version).equals(row.getString(1)) || !row.getBoolean(4)) {
            return false;
        }
        try (InputStream script = Thread.currentThread().getContextClassLoader()
                .getResourceAsStream(folder + "/" + row.getString(2))) {
            return script != null && row.getInt(3) == checksum(script);
        }
    }

    /** Computes the checksum of Flyway: CRC-32 of the lines without their ends. */
    private static int checksum(InputStream script) throws IOException {
        CRC32 checksum = new CRC32();
        BufferedReader lines = new BufferedReader(new InputStreamReader(script, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            checksum.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return (int) checksum.getValue();
    }
}
