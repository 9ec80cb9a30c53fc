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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    /** The number of connections that write at the same time. */
    private static final int SHARES = 4;

    private final DataSource dataSource;
    private int accounts;
    private int sessions;

    GrowthRows(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Returns how many sessions there are already, in a database that was kept from an earlier run. */
    int countKept() throws SQLException {
        accounts = count("account");
        sessions = count("user_session");
        return sessions;
    }

    private int count(String table) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    /**
     * Adds the rows that are missing to these numbers, and vacuums. Several connections write, and the indexes are built
     * afterwards: those of an installation that has grown row by row are less dense.
     */
    void fillUpTo(int allAccounts, int allSessions) throws Exception {
        Map<String, String> indexes = indexes();
        for (String name : indexes.keySet()) {
            execute("drop index " + name);
        }
        write(allAccounts, allSessions);
        for (String definition : indexes.values()) {
            execute(definition);
        }
        send("growth-after.sql", Map.of("now", LocalDateTime.ofInstant(NOW, ZoneOffset.UTC)));
        accounts = allAccounts;
        sessions = allSessions;
    }

    private void write(int allAccounts, int allSessions) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(SHARES);
        try {
            List<Callable<Void>> shares = new ArrayList<>();
            for (int share = 0; share < SHARES; share++) {
                Map<String, Object> values = Map.of("now", LocalDateTime.ofInstant(NOW, ZoneOffset.UTC), "busiest",
                        OF_THE_BUSIEST, "accounts", allAccounts, "seed", (share + 1.0) / (SHARES + 1),
                        "first_account", end(accounts, allAccounts, share) + 1,
                        "last_account", end(accounts, allAccounts, share + 1),
                        "first_session", end(sessions, allSessions, share) + 1,
                        "last_session", end(sessions, allSessions, share + 1));
                shares.add(() -> send("growth.sql", values));
            }
            for (Future<Void> share : writers.invokeAll(shares)) {
                share.get();
            }
        } finally {
            writers.shutdown();
        }
    }

    /** Returns the last number of the shares before {@code share}. */
    private static int end(int before, int all, int share) {
        return before + (int) ((long) (all - before) * share / SHARES);
    }

    /** Returns the definitions of all indexes that are no part of a constraint, by name. */
    private Map<String, String> indexes() throws SQLException {
        Map<String, String> indexes = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select indexname, indexdef from pg_indexes where schemaname = 'public'"
                        + " and tablename <> 'flyway_schema_history'"
                        + " and indexname not in (select conname from pg_constraint) order by indexname")) {
            while (row.next()) {
                indexes.put(row.getString(1), row.getString(2));
            }
        }
        return indexes;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Void send(String name, Map<String, Object> values) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements(name)) {
                statement.execute(filledIn(sql, values));
            }
        }
        return null;
    }

    private static String[] statements(String name) throws IOException {
        try (InputStream file = GrowthRows.class.getResourceAsStream("/bench/" + name)) {
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
