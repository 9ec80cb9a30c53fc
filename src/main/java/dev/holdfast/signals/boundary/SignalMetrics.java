package dev.holdfast.signals.boundary;

import dev.holdfast.google.signal.SetRefusal;
import dev.holdfast.google.signal.SignalConfig;
import dev.holdfast.google.signal.SignalType;
import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.signals.control.SignalCare;
import dev.holdfast.signals.control.SignalLog;
import dev.holdfast.signals.entity.SignalCounts;
import dev.holdfast.signals.entity.SignalReceipt;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts signals by what became of them, and shows the inbox from memory. Unknown values are reported as NaN. */
@ApplicationScoped
public class SignalMetrics {

    @Inject MetricRegistry registry;
    @Inject SignalConfig config;
    @Inject SignalCare care;
    @Inject PublicUrl publicUrl;
    @Inject @DatabaseTime Clock clock;

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        if (!config.isOn()) {
            return;
        }
        SignalLog.listening(publicUrl + "/signals/google");
        for (SignalType type : SignalType.values()) {
            for (SignalReceipt receipt : SignalReceipt.values()) {
                counter(type, receipt.code());
            }
        }
        for (SetRefusal refusal : SetRefusal.values()) {
            counter(refusal);
        }
        registry.gauge(MetricNames.SIGNALS_WAITING, () -> counted(SignalCounts::waiting));
        registry.gauge(MetricNames.SIGNALS_WAITING_AGE, () -> counted(counts -> age(counts.oldestWaiting(), 0)));
        registry.gauge(MetricNames.SIGNALS_LATEST_AGE, () -> counted(counts -> age(counts.latest(), Double.NaN)));
    }

    void received(SignalType type, SignalReceipt receipt) {
        counter(type, receipt.code()).inc();
    }

    void refused(SetRefusal refusal) {
        counter(refusal).inc();
    }

    private double counted(ToDoubleFunction<SignalCounts> number) {
        return care.latest().map(number::applyAsDouble).orElse(Double.NaN);
    }

    private double age(Optional<Instant> at, double withoutOne) {
        return at.map(time -> (double) Duration.between(time, clock.instant()).toSeconds()).orElse(withoutOne);
    }

    private Counter counter(SignalType type, String outcome) {
        return registry.counter(MetricNames.SIGNALS_RECEIVED, new Tag("event", type.code()), new Tag("outcome", outcome));
    }

    private Counter counter(SetRefusal refusal) {
        return registry.counter(MetricNames.SIGNALS_REFUSED, new Tag("err", refusal.code()));
    }
}
