package dev.holdfast.session.boundary;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.health.MetricNames;
import dev.holdfast.session.control.RevocationFeed;
import dev.holdfast.session.control.SessionConfig;
import dev.holdfast.session.control.SessionCounts;
import dev.holdfast.session.entity.EndedSession;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts ended sessions on commit, and reports from memory how many sessions live and how far the feed is behind. */
@ApplicationScoped
public class SessionMetrics {

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    @Inject MetricRegistry registry;
    @Inject SessionCounts counts;
    @Inject RevocationFeed feed;
    @Inject SessionConfig config;

    private final Map<EndReason, Counter> ended = new ConcurrentHashMap<>();

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        Stream.of(EndReason.values()).forEach(this::counter);
        registry.gauge(MetricNames.SESSIONS_LIVE, this::live);
        registry.gauge(MetricNames.FEED_LAG, () -> feed.lag().toNanos() / SECOND);
        registry.gauge(MetricNames.FEED_TOLERANCE, () -> config.feedTolerance().toNanos() / SECOND);
        registry.gauge(MetricNames.CHECK_UP, () -> feed.isCurrent() ? 1 : 0, new Tag("check", FeedReady.NAME));
    }

    void ended(@Observes EndedSession session) {
        counter(session.reason()).inc();
    }

    private Counter counter(EndReason reason) {
        return ended.computeIfAbsent(reason, one -> registry.counter(MetricNames.SESSIONS_ENDED, new Tag("reason", one.code())));
    }

    private double live() {
        return counts.live().isPresent() ? counts.live().getAsLong() : Double.NaN;
    }
}
