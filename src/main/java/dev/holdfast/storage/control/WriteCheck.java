package dev.holdfast.storage.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Finds out whether a server accepts writes, by a statement that changes no row. A standby and a server that was made
 * read-only refuse it ({@code 25006}), and Liberty then empties the pool: see {@code liberty/holdfast/database.xml}.
 */
enum WriteCheck {

    DERBY {
        @Override
        void run(Connection connection) {
            // The embedded database is this process and always accepts writes.
        }
    },

    POSTGRESQL {
        @Override
        void run(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(NO_ROW);
            }
        }
    };

    private static final String NO_ROW = "update \"flyway_schema_history\" set \"success\" = \"success\" where false";

    static WriteCheck of(StorageConfig.Kind kind) {
        return valueOf(kind.name());
    }

    /** Returns if the server accepts writes. */
    abstract void run(Connection connection) throws SQLException;
}
