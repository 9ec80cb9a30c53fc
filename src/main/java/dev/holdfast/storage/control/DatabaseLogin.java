package dev.holdfast.storage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The one data source of the application. */
@ApplicationScoped
public class DatabaseLogin {

    private static final String ENVIRONMENT = "java:comp/env/";

    @Inject StorageConfig config;

    @Produces
    @Singleton
    public DataSource dataSource() {
        return new LoggedInDataSource(pool(), config.user());
    }

    /** Looked up, and not injected: a server whose configuration lacks the second one starts as long as it needs none. */
    private DataSource pool() {
        String name = ENVIRONMENT + (config.isOnLoopbackAsItComes() ? "jdbc/holdfast-on-loopback" : "jdbc/holdfast");
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException missing) {
            throw new IllegalStateException("Liberty's configuration has no " + name, missing);
        }
    }
}
