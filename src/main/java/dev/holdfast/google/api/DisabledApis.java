package dev.holdfast.google.api;

import dev.holdfast.google.GoogleLog;
import dev.holdfast.google.LogThrottle;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The APIs that are not enabled in this installation's project, as far as calls of this node have met them since its start.
 * An API is forgotten when a call of it works. At most {@value #MOST} are kept; one more is logged and not kept.
 */
public final class DisabledApis {

    static final int MOST = 32;

    /** A log line for each API is enough once in this time: a person can repeat the call as often as they like. */
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    private record Refusal(ApiName named, long at, long toldAt) {}

    /** {@code api}: as Google names it where it does; {@code since}: the time since the last refusal. */
    public record Disabled(ApiName api, Duration since) {}

    private final LongSupplier ticks;
    private final Map<ApiName, Refusal> refusals = new ConcurrentHashMap<>();

    private final LogThrottle oneMoreTold = new LogThrottle(TOLD_EVERY);

    DisabledApis(LongSupplier ticks) {
        this.ticks = ticks;
    }

    /** {@code called}: the API by the request; {@code named}: by Google's answer, if that has a name. */
    public void refused(ApiName called, Optional<ApiName> named) {
        if (refusals.size() >= MOST && !refusals.containsKey(called)) {
            if (oneMoreTold.isDue()) {
                GoogleLog.apiNotEnabled(named.orElse(called).value());
            }
            return;
        }
        refusals.compute(called, (api, before) -> noted(named.orElse(called), before));
    }

    private Refusal noted(ApiName named, Refusal before) {
        long now = ticks.getAsLong();
        boolean isDue = before == null || now - before.toldAt() >= TOLD_EVERY.toNanos();
        if (isDue) {
            GoogleLog.apiNotEnabled(named.value());
        }
        return new Refusal(named, now, isDue ? now : before.toldAt());
    }

    public void worked(ApiName called) {
        if (!refusals.isEmpty()) {
            refusals.remove(called);
        }
    }

    /** The latest refusal first. */
    public List<Disabled> known() {
        long now = ticks.getAsLong();
        return refusals.values().stream()
                .map(refusal -> new Disabled(refusal.named(), Duration.ofNanos(now - refusal.at())))
                .sorted(Comparator.comparing(Disabled::since)).toList();
    }
}
