package dev.holdfast.container;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Writes grants to the database directly. It backdates events by months, so that no clock has to move. */
final class GrantRows {

    private final DataSource database;

    private GrantRows(DataSource database) {
        this.database = database;
    }

    static GrantRows open() throws NamingException {
        return new GrantRows(InitialContext.doLookup("jdbc/holdfast"));
    }

    void clear() throws SQLException {
        change("delete from google_grant");
        change("delete from parked_revocation");
    }

    /** Columns of one account, such as {@code client_id = 'other'}. */
    void set(UUID account, String columns) throws SQLException {
        change("update google_grant set " + columns + " where account_id = '" + account + "'");
    }

    void set(UUID account, String column, Instant time) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement update = connection.prepareStatement(
                "update google_grant set " + column + " = ? where account_id = ?")) {
            update.setTimestamp(1, Timestamp.valueOf(LocalDateTime.ofInstant(time, ZoneOffset.UTC)));
            update.setString(2, account.toString());
            update.executeUpdate();
        }
    }

    void change(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(statement)) {
            update.executeUpdate();
        }
    }

    int number(String query) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
