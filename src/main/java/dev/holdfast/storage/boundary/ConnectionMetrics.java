package dev.holdfast.storage.boundary;

import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.storage.control.DatabaseLogin;
import dev.holdfast.storage.control.DatabasePool;
import dev.holdfast.storage.control.LibertyPool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Shows the connections to the database, and how long callers wait for one. Each pool has been used when this registers. */
@ApplicationScoped
public class ConnectionMetrics {

    @Inject MetricRegistry registry;
    @Inject DatabaseLogin login;

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        login.pools().forEach(this::register);
    }

    private void register(DatabasePool pool) {
        Tag name = new Tag("pool", pool.name());
        registry.gauge(MetricNames.CONNECTION_WAITERS, pool.waits()::waiting, name);
        registry.gauge(MetricNames.CONNECTION_WAIT, pool.waits()::seconds, name);
        pool.atLiberty().ifPresent(liberty -> register(liberty, name));
    }

    private void register(LibertyPool liberty, Tag name) {
        registry.gauge(MetricNames.CONNECTIONS, liberty::inUse, name, new Tag("state", "in_use"));
        registry.gauge(MetricNames.CONNECTIONS, liberty::free, name, new Tag("state", "free"));
        registry.gauge(MetricNames.CONNECTIONS_MAX, liberty::max, name);
    }
}
