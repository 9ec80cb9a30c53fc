package dev.holdfast.storage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The one database of the application, as a data source for transactions and as one for statements outside of them. */
@ApplicationScoped
public class DatabaseLogin {

    private static final String ENVIRONMENT = "java:comp/env/";

    @Inject StorageConfig config;

    @Produces
    @Singleton
    public DataSource dataSource() {
        return new LoggedInDataSource(pool("jdbc/holdfast"), config.user());
    }

    @Produces
    @Unshared
    @Singleton
    public DataSource unshared() {
        return new LoggedInDataSource(pool("jdbc/holdfast-unshared"), config.user());
    }

    /** Looked up, and not injected: a server whose configuration lacks the second one starts as long as it needs none. */
    private DataSource pool(String reference) {
        String name = ENVIRONMENT + reference + (config.isOnLoopbackAsItComes() ? "-on-loopback" : "");
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException missing) {
            throw new IllegalStateException("Liberty's configuration has no " + name, missing);
        }
    }
}
