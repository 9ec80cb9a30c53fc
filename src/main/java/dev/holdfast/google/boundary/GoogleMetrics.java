package dev.holdfast.google.boundary;

import dev.holdfast.google.token.TokenRefresh;
import dev.holdfast.google.wire.CallEnd;
import dev.holdfast.google.wire.GoogleCall;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Measures the calls to Google and shows the state of the circuit breaker. */
@ApplicationScoped
public class GoogleMetrics {

    @Inject MetricRegistry registry;
    @Inject GoogleHttp http;
    @Inject TokenRefresh refresh;

    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    private record Series(GoogleCall call, CallEnd end) {}

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        registry.gauge(MetricNames.CIRCUIT, () -> refresh.circuit().ordinal());
        for (GoogleCall call : GoogleCall.values()) {
            Stream.of(CallEnd.values()).forEach(end -> timer(new Series(call, end)));
        }
        http.calls().listen((call, end, took) -> timer(new Series(call, end)).update(took));
    }

    private Timer timer(Series series) {
        return timers.computeIfAbsent(series, one -> registry.timer(MetricNames.CALLS,
                new Tag("call", one.call().code()), new Tag("end", one.end().code())));
    }
}
