package dev.holdfast.custody.boundary;

import dev.holdfast.custody.control.ClientRejected;
import dev.holdfast.custody.control.ExpiryNear;
import dev.holdfast.custody.control.LeaseTaken;
import dev.holdfast.custody.control.RefreshEnded;
import dev.holdfast.custody.control.TokenLimitNear;
import dev.holdfast.health.MetricNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what happens to grants, once it is written. */
@ApplicationScoped
public class CustodyMetrics {

    @Inject MetricRegistry registry;

    void clientRejected(@Observes ClientRejected rejected) {
        registry.counter(MetricNames.CLIENT_REJECTED).inc();
    }

    void refreshEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) RefreshEnded ended) {
        registry.counter(MetricNames.REFRESHES, new Tag("outcome", ended.outcomeCode()), new Tag("reason", ended.reason()))
                .inc();
    }

    void leaseTaken(@Observes LeaseTaken taken) {
        registry.counter(MetricNames.LEASE_CONFLICTS).inc();
    }

    void tokenLimitNear(@Observes(during = TransactionPhase.AFTER_SUCCESS) TokenLimitNear near) {
        registry.counter(MetricNames.TOKEN_LIMIT_WARNINGS).inc();
    }

    void expiryNear(@Observes(during = TransactionPhase.AFTER_SUCCESS) ExpiryNear near) {
        registry.counter(MetricNames.EXPIRY_WARNINGS).inc();
    }
}
