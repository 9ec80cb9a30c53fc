package dev.holdfast.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A statement with its values that PostgreSQL explains. The plan is that of the seventh run of a prepared statement: after
 * five runs PostgreSQL may settle on one plan for all values, and a connection of a server's pool soon gets there. Each run
 * is rolled back.
 */
final class Explanation {

    private static final int RUNS = 7;

    private final Connection connection;
    private final String sql;
    private final List<Object> values;

    Explanation(Connection connection, String sql, List<Object> values) {
        this.connection = connection;
        this.sql = sql;
        this.values = values;
    }

    Plan plan() throws SQLException {
        Plan plan = null;
        try (Statement statement = connection.createStatement()) {
            statement.execute("prepare asked" + types() + " as " + numbered());
            for (int run = 0; run < RUNS; run++) {
                var before = connection.setSavepoint();
                plan = Plan.parse(lines(statement));
                connection.rollback(before);
            }
            statement.execute("deallocate asked");
        }
        return plan;
    }

    private List<String> lines(Statement statement) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("explain (analyze, buffers, format text) execute asked"
                + list(values.stream().map(Explanation::literal).toList()))) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private String types() {
        return list(values.stream().map(Explanation::type).toList());
    }

    private static String list(List<String> parts) {
        return parts.isEmpty() ? "" : parts.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    /** Numbers the parameters. None of the statements has a question mark in a literal. */
    private String numbered() {
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (char each : sql.toCharArray()) {
            numbered.append(each == '?' ? "$" + ++number : String.valueOf(each));
        }
        return numbered.toString();
    }

    /** Returns the type that the driver declares. It declares none for text, so that text can stand for a UUID. */
    private static String type(Object value) {
        if (value instanceof Long) {
            return "bigint";
        } else if (value instanceof Integer) {
            return "integer";
        } else if (value instanceof Short) {
            return "smallint";
        } else if (value instanceof byte[]) {
            return "bytea";
        } else if (value instanceof UUID) {
            return "uuid";
        }
        return value instanceof LocalDateTime ? "timestamp" : "unknown";
    }

    private static String literal(Object value) {
        if (value == null) {
            return "null";
        }
        String text = value instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : value.toString();
        return "'" + text.replace("'", "''") + "'";
    }
}
