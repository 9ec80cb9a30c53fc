package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * Both databases, migrated for real, have the same tables, columns, keys and indexes. Indexes on expressions are left out,
 * because Derby does not have them.
 */
class ResultingSchemasTest {

    /** The types whose names differ between the two databases. */
    private static final Map<String, String> SAME_TYPE = Map.of("CHAR", "UUID", "BLOB", "BYTEA", "SMALLINT", "INT2",
            "INTEGER", "INT4", "BIGINT", "INT8", "VARCHAR () FOR BIT DATA", "BYTEA");

    @Test
    void schemasWhenBothAreMigratedThenTheyAreTheSame() throws SQLException, IOException {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName("memory:schemas");
        derby.setCreateDatabase("create");
        try (EmbeddedPostgres postgres = SmallPostgres.start()) {
            Map<String, TreeSet<String>> onDerby = migrated(derby, "derby", "APP");
            Map<String, TreeSet<String>> onPostgres = migrated(postgres.getPostgresDatabase(), "postgresql", "public");

            assertTrue(onDerby.containsKey("user_session"), onDerby.keySet()::toString);
            assertEquals(String.join("\n", lines(onDerby)), String.join("\n", lines(onPostgres)));
        }
    }

    private static Map<String, TreeSet<String>> migrated(DataSource database, String folder, String schema) throws SQLException {
        Flyway.configure().dataSource(database).locations("filesystem:src/main/resources/db/migration/" + folder).load()
                .migrate();
        Map<String, TreeSet<String>> tables = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            DatabaseMetaData schemas = connection.getMetaData();
            addColumns(schemas.getColumns(null, schema, null, null), tables);
            tables.remove("flyway_schema_history");
            for (String table : tables.keySet()) {
                String name = "APP".equals(schema) ? table.toUpperCase(Locale.ROOT) : table;
                tables.get(table).addAll(keyed(schemas.getPrimaryKeys(null, schema, name), "PK_NAME", "KEY_SEQ").values());
                tables.get(table).addAll(keyed(schemas.getIndexInfo(null, schema, name, false, true), "INDEX_NAME",
                        "ORDINAL_POSITION").values());
            }
        }
        return tables;
    }

    private static void addColumns(ResultSet columns, Map<String, TreeSet<String>> tables) throws SQLException {
        while (columns.next()) {
            String type = columns.getString("TYPE_NAME").toUpperCase(Locale.ROOT);
            String size = "VARCHAR".equals(type) ? "(" + columns.getInt("COLUMN_SIZE") + ")" : "";
            tables.computeIfAbsent(columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT), table -> new TreeSet<>())
                    .add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT) + " " + SAME_TYPE.getOrDefault(type, type)
                            + size + " " + ("NO".equals(columns.getString("IS_NULLABLE")) ? "not null" : "null"));
        }
    }

    /** Compares keys and indexes by their columns alone: the databases name some of them as they like. */
    private static Map<String, String> keyed(ResultSet rows, String nameColumn, String orderColumn) throws SQLException {
        Map<String, TreeMap<Integer, String>> parts = new TreeMap<>();
        while (rows.next()) {
            if (rows.getString(nameColumn) != null) {
                parts.computeIfAbsent(rows.getString(nameColumn), name -> new TreeMap<>())
                        .put(rows.getInt(orderColumn), rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        Map<String, String> keyed = new TreeMap<>();
        parts.forEach((name, columns) -> keyed.put(name, "on " + columns.values()));
        keyed.values().removeIf(columns -> columns.contains("("));
        return keyed;
    }

    private static TreeSet<String> lines(Map<String, TreeSet<String>> tables) {
        TreeSet<String> lines = new TreeSet<>();
        tables.forEach((table, parts) -> parts.forEach(part -> lines.add(table + ": " + part)));
        return lines;
    }
}
