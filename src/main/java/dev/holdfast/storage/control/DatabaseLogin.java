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
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The application's only database, as one data source for transactions and another for statements outside of them. */
@ApplicationScoped
public class DatabaseLogin {

    private static final String ENVIRONMENT = "java:comp/env/";
    private static final String SHARED = "jdbc/holdfast";
    private static final String UNSHARED = "jdbc/holdfast-unshared";
    private static final String DIRECT = "jdbc/holdfast-direct";

    private final ConnectionWaits waits = new ConnectionWaits();
    private final ConnectionWaits directWaits = new ConnectionWaits();

    @Inject StorageConfig config;
    @Inject StartRefusal refusal;

    /** Looks up both data sources before requests are served: a request could only fail if one of them were missing. */
    void lookUp(@Observes @Priority(StartOrder.STORAGE - 1) Startup start) {
        try {
            pool(SHARED);
            pool(UNSHARED);
            forMigrations();
        } catch (IllegalStateException missing) {
            throw refusal.refuse(String.valueOf(missing.getMessage()));
        }
    }

    @Produces
    @Singleton
    public DataSource dataSource() {
        return new LoggedInDataSource(pool(SHARED), config.user(), waits);
    }

    @Produces
    @Unshared
    @Singleton
    public DataSource unshared() {
        return new LoggedInDataSource(pool(UNSHARED), config.user(), waits);
    }

    /** Returns the data source for migrations, which goes past a pooler if the settings say how. */
    DataSource forMigrations() {
        return config.hasDirectHost() ? new LoggedInDataSource(named(DIRECT), config.user(), directWaits) : dataSource();
    }

    /** Returns the pools behind the data sources. Both data sources of the application share one. */
    public List<DatabasePool> pools() {
        DatabasePool own = new DatabasePool(config.poolName(), waits);
        return config.hasDirectHost() ? List.of(own, new DatabasePool(StorageConfig.DIRECT_POOL, directWaits)) : List.of(own);
    }

    /**
     * Looks the data source up instead of injecting it, so that a server starts even if its configuration lacks one it does
     * not use.
     */
    private DataSource pool(String reference) {
        return named(reference + config.poolSuffix());
    }

    private static DataSource named(String reference) {
        String name = ENVIRONMENT + reference;
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException missing) {
            throw new IllegalStateException("Liberty's configuration has no " + name, missing);
        }
    }
}
