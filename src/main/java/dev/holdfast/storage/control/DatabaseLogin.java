package dev.holdfast.storage.control;

import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.settings.control.StartRefusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
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
    private static final String SHARED = "jdbc/holdfast";
    private static final String UNSHARED = "jdbc/holdfast-unshared";

    @Inject StorageConfig config;
    @Inject StartRefusal refusal;

    /** Before anybody is served: a request could only fail where one of the two is missing. */
    void lookUp(@Observes @Priority(StartOrder.STORAGE - 1) Startup start) {
        try {
            pool(SHARED);
            pool(UNSHARED);
        } catch (IllegalStateException missing) {
            throw refusal.refuse(missing.getMessage());
        }
    }

    @Produces
    @Singleton
    public DataSource dataSource() {
        return new LoggedInDataSource(pool(SHARED), config.user());
    }

    @Produces
    @Unshared
    @Singleton
    public DataSource unshared() {
        return new LoggedInDataSource(pool(UNSHARED), config.user());
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
