package dev.holdfast.custody.boundary;

import dev.holdfast.custody.care.ExpiryNear;
import dev.holdfast.custody.grant.GrantUnreadable;
import dev.holdfast.custody.grant.TokenLimitNear;
import dev.holdfast.custody.refresh.ClientRejected;
import dev.holdfast.custody.refresh.LeaseTaken;
import dev.holdfast.custody.refresh.RefreshEnded;
import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what happens to grants, once it is written. */
@ApplicationScoped
public class CustodyMetrics {

    @Inject MetricRegistry registry;

    /** Registers each counter at 0 from the start: a rate needs a value to rise from. */
    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        Stream.of(MetricNames.CLIENT_REJECTED, MetricNames.LEASE_CONFLICTS, MetricNames.GRANTS_UNREADABLE,
                MetricNames.TOKEN_LIMIT_WARNINGS, MetricNames.EXPIRY_WARNINGS).forEach(registry::counter);
        RefreshEnded.all().forEach(this::refreshes);
    }

    void clientRejected(@Observes ClientRejected rejected) {
        registry.counter(MetricNames.CLIENT_REJECTED).inc();
    }

    void refreshEnded(@Observes RefreshEnded ended) {
        refreshes(ended).inc();
    }

    private Counter refreshes(RefreshEnded ended) {
        return registry.counter(MetricNames.REFRESHES, new Tag("outcome", ended.outcomeCode()),
                new Tag("reason", ended.reason()));
    }

    void leaseTaken(@Observes LeaseTaken taken) {
        registry.counter(MetricNames.LEASE_CONFLICTS).inc();
    }

    void grantUnreadable(@Observes GrantUnreadable found) {
        registry.counter(MetricNames.GRANTS_UNREADABLE).inc();
    }

    void tokenLimitNear(@Observes TokenLimitNear near) {
        registry.counter(MetricNames.TOKEN_LIMIT_WARNINGS).inc();
    }

    void expiryNear(@Observes ExpiryNear near) {
        registry.counter(MetricNames.EXPIRY_WARNINGS).inc();
    }
}
