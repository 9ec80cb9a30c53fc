package dev.holdfast.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The rows of an installation at a certain time: accounts of two years with their grants, the sessions of the last 31
 * days under the default settings, and an event of the timeline for each session. {@code growth.sql} says how they are
 * spread.
 */
final class GrowthRows {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /** The number of sessions of the account that has the most; three quarters of them are tombstones. */
    static final int OF_THE_BUSIEST = 3000;

    private final DataSource dataSource;
    private int accounts;
    private int sessions;

    GrowthRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds the rows that are missing to these numbers, and vacuums. */
    void fillUpTo(int allAccounts, int allSessions) throws SQLException, IOException {
        Map<String, Object> values = Map.of("now", LocalDateTime.ofInstant(NOW, ZoneOffset.UTC), "busiest", OF_THE_BUSIEST,
                "first_account", accounts + 1, "accounts", allAccounts, "first_session", sessions + 1,
                "sessions", allSessions);
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements()) {
                statement.execute(filledIn(sql, values));
            }
        }
        accounts = allAccounts;
        sessions = allSessions;
    }

    private static String[] statements() throws IOException {
        try (InputStream file = GrowthRows.class.getResourceAsStream("/bench/growth.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip().split(";\n");
        }
    }

    private static String filledIn(String sql, Map<String, Object> values) {
        String filled = sql;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue().toString());
        }
        return filled;
    }

    /** Returns the account that has the most sessions; it is an administrator, too. */
    UUID busiest() throws SQLException {
        return ids("select md5('account 1')::uuid").get(0);
    }

    /** Returns an account that has about as many sessions as most, some of them alive. */
    UUID usual() throws SQLException {
        return ids("select account_id from user_session where account_id in (select id from account where email is not null)"
                + " group by account_id having count(*) between 8 and 12 and count(*) filter (where ended_at is null) > 1"
                + " order by account_id limit 1").get(0);
    }

    /** Returns a living session of the account. */
    UUID livingSessionOf(UUID account) throws SQLException {
        return ids("select id from user_session where account_id = '" + account + "' and ended_at is null"
                + " and idle_ends_at > '" + NOW + "' order by created_at limit 1").get(0);
    }

    /** Returns as many accounts with grants as {@code GrantWatch} asks for at once. */
    List<UUID> someWithGrants() throws SQLException {
        return ids("select account_id from google_grant order by granted_at limit 400");
    }

    private List<UUID> ids(String sql) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
