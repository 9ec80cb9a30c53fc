package dev.holdfast.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** The sizes of the large tables and of their indexes, in all and for each row. */
final class TableSizes {

    /** A table with fewer rows is no matter of growth. */
    private static final long LARGE = 5000;

    private static final String ALL = "select t.relname, c.relname, t.reltuples::bigint, pg_relation_size(c.oid)"
            + " from pg_class t join (select oid as table_id, oid from pg_class union all"
            + " select indrelid, indexrelid from pg_index) parts on parts.table_id = t.oid join pg_class c"
            + " on c.oid = parts.oid where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace"
            + " and t.reltuples >= " + LARGE + " order by t.relname, c.relkind desc, 4 desc";

    private final Map<String, Long> rows = new HashMap<>();
    private final StringBuilder told = new StringBuilder();

    static TableSizes of(DataSource dataSource) throws SQLException {
        TableSizes sizes = new TableSizes();
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            while (row.next()) {
                sizes.add(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4));
            }
        }
        return sizes;
    }

    private void add(String table, String part, long count, long bytes) {
        if (rows.put(table, count) == null) {
            told.append("%s: %d rows%n".formatted(table, count));
        }
        told.append("    %s: %.1f MiB, %d bytes a row%n".formatted(part, bytes / 1048576.0, bytes / count));
    }

    /** Returns the number of rows of a large table, and 0 for any other table. */
    long rowsOf(String table) {
        return rows.getOrDefault(table, 0L);
    }

    @Override
    public String toString() {
        return told.toString();
    }
}
