package dev.holdfast.journeys.stage;

import dev.holdfast.storage.control.SmallPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A PostgreSQL that several servers can work on, and a look into it from outside. */
public final class SharedDatabase implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private SharedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static SharedDatabase start() {
        try {
            return new SharedDatabase(SmallPostgres.durable().start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    EmbeddedPostgres postgres() {
        return postgres;
    }

    /** Returns the settings with which a server works on it. */
    public Map<String, String> settings() {
        return settings(postgres);
    }

    public static Map<String, String> settings(EmbeddedPostgres postgres) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("HOLDFAST_DB_KIND", "postgresql");
        settings.put("HOLDFAST_DB_HOST", "localhost");
        settings.put("HOLDFAST_DB_PORT", Integer.toString(postgres.getPort()));
        settings.put("HOLDFAST_DB_NAME", "postgres");
        settings.put("HOLDFAST_DB_USER", "postgres");
        settings.put("HOLDFAST_DB_PASSWORD", "postgres");
        return settings;
    }

    /** Returns the number that a query yields. */
    public long number(String query) {
        try (Connection connection = open(); ResultSet result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Returns the version of the account's grant; -1 if there is none. */
    public long version(UUID account) {
        return number("select coalesce(max(version), -1) from google_grant where account_id = '" + account + "'");
    }

    public boolean isLeased(UUID account) {
        return number("select count(*) from google_grant where lease_owner is not null"
                + " and account_id = '" + account + "'") == 1;
    }

    /** Tells whether a transaction waits for a lock that another one holds. */
    public boolean isAnyWaiting() {
        return waiting() > 0;
    }

    /** Returns how many transactions wait for a lock. */
    public long waiting() {
        return number("select count(*) from pg_locks where not granted");
    }

    /** Returns every row of every table of ours, as text. */
    public String everything() {
        StringBuilder all = new StringBuilder();
        try (Connection connection = open(); ResultSet tables = connection.createStatement().executeQuery(
                "select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'")) {
            while (tables.next()) {
                String rows = "select t::text from " + tables.getString(1) + " t";
                try (ResultSet table = connection.createStatement().executeQuery(rows)) {
                    while (table.next()) {
                        all.append(table.getString(1)).append('\n');
                    }
                }
            }
            return all.toString();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public byte[] token(String column, UUID account) throws SQLException {
        try (Connection connection = open(); PreparedStatement select = connection.prepareStatement(
                "select " + column + " from google_grant where account_id = ?")) {
            select.setObject(1, account);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    public void overwrite(String column, UUID account, byte[] ciphertext) throws SQLException {
        try (Connection connection = open(); PreparedStatement update = connection.prepareStatement(
                "update google_grant set " + column + " = ? where account_id = ?")) {
            update.setBytes(1, ciphertext);
            update.setObject(2, account);
            update.executeUpdate();
        }
    }

    /** Locks the account's grant against writes until the connection is closed. */
    public Connection holdGrantOf(UUID account) throws SQLException {
        Connection connection = open();
        connection.setAutoCommit(false);
        try (PreparedStatement select = connection.prepareStatement(
                "select 1 from google_grant where account_id = ? for update")) {
            select.setObject(1, account);
            select.executeQuery();
        }
        return connection;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Connection open() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }
}
