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
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Measures the calls to Google and shows the state of the circuit breaker. */
@ApplicationScoped
public class GoogleMetrics {

    @Inject MetricRegistry registry;
    @Inject GoogleHttp http;
    @Inject TokenRefresh refresh;

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        registry.gauge(MetricNames.CIRCUIT, () -> refresh.circuit().ordinal());
        Map<GoogleCall, Map<CallEnd, Timer>> timers = new EnumMap<>(GoogleCall.class);
        for (GoogleCall call : GoogleCall.values()) {
            timers.put(call, timersOf(call));
        }
        http.calls().listen((call, end, took) -> timers.get(call).get(end).update(took));
    }

    private Map<CallEnd, Timer> timersOf(GoogleCall call) {
        Map<CallEnd, Timer> timers = new EnumMap<>(CallEnd.class);
        for (CallEnd end : CallEnd.values()) {
            timers.put(end, registry.timer(MetricNames.CALLS, new Tag("call", call.code()), new Tag("end", end.code())));
        }
        return timers;
    }
}
