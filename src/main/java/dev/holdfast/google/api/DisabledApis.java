package dev.holdfast.google.api;

import dev.holdfast.google.GoogleLog;
import dev.holdfast.schedule.control.LogThrottle;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The APIs that calls of this node, since its start, have found not enabled in this installation's project. An API is
 * removed when a call to it succeeds. At most {@value #MOST} are kept; a further one is only logged.
 */
public final class DisabledApis {

    static final int MOST = 32;

    /** The least time between two log lines for one API: a person can repeat the call at will. */
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    private record Refusal(ApiName named, long at, long toldAt) {}

    /**
     * {@code api}: the name in Google's answer, else the name by the request; {@code since}: the time since the last
     * refusal.
     */
    public record Disabled(ApiName api, Duration since) {}

    private final LongSupplier ticks;
    private final Map<ApiName, Refusal> refusals = new ConcurrentHashMap<>();

    private final LogThrottle oneMoreTold = new LogThrottle(TOLD_EVERY);

    DisabledApis(LongSupplier ticks) {
        this.ticks = ticks;
    }

    /** Records a refusal. {@code called}: the API by the request; {@code named}: by Google's answer, if it names one. */
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

    /** Returns the APIs that are not enabled, the latest refusal first. */
    public List<Disabled> known() {
        long now = ticks.getAsLong();
        return refusals.values().stream()
                .map(refusal -> new Disabled(refusal.named(), Duration.ofNanos(now - refusal.at())))
                .sorted(Comparator.comparing(Disabled::since)).toList();
    }
}
