package dev.holdfast.storage.control;

import dev.holdfast.storage.entity.DatabaseUser;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The container's pool, with each connection opened as the configured user, and the wait for it measured. */
final class LoggedInDataSource implements DataSource {

    private final DataSource pool;
    private final Optional<DatabaseUser> user;
    private final ConnectionWaits waits;

    LoggedInDataSource(DataSource pool, Optional<DatabaseUser> user, ConnectionWaits waits) {
        this.pool = pool;
        this.user = user;
        this.waits = waits;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return user.isPresent() ? getConnection(user.get().name(), user.get().password()) : waits.measured(pool::getConnection);
    }

    @Override
    public Connection getConnection(String name, String password) throws SQLException {
        return waits.measured(() -> pool.getConnection(name, password));
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
