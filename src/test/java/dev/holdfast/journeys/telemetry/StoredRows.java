package dev.holdfast.journeys.telemetry;

import dev.holdfast.journeys.rig.HoldfastServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The grants in the Derby database of a server that has stopped, as a thief of its disk would see them. */
final class StoredRows implements AutoCloseable {

    private final String url;
    private final Connection connection;

    private StoredRows(String url) throws SQLException {
        this.url = url;
        this.connection = DriverManager.getConnection(url);
    }

    static StoredRows of(HoldfastServer stopped) throws SQLException {
        Path data = stopped.dataDirectory();
        System.setProperty("derby.stream.error.file", data.resolveSibling("derby-of-the-test.log").toString());
        return new StoredRows("jdbc:derby:" + data.resolve("derby"));
    }

    String status(UUID account) throws SQLException {
        try (ResultSet row = grant("status", account)) {
            return row.getString(1);
        }
    }

    /** Returns the token; null if there is none. */
    byte[] token(String column, UUID account) throws SQLException {
        try (ResultSet row = grant(column, account)) {
            return row.getBytes(1);
        }
    }

    void overwrite(String column, UUID account, byte[] ciphertext) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update google_grant set " + column + " = ? where account_id = ?")) {
            update.setBytes(1, ciphertext);
            update.setString(2, account.toString());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("no grant of " + account);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        try {
            DriverManager.getConnection(url + ";shutdown=true");
        } catch (SQLException closed) {
            // Derby reports its shutdown in this way.
            if (!"08006".equals(closed.getSQLState())) {
                throw closed;
            }
        }
    }

    private ResultSet grant(String column, UUID account) throws SQLException {
        PreparedStatement select = connection.prepareStatement("select " + column + " from google_grant where account_id = ?");
        select.closeOnCompletion();
        select.setString(1, account.toString());
        ResultSet row = select.executeQuery();
        if (!row.next()) {
            throw new IllegalStateException("no grant of " + account);
        }
        return row;
    }
}
