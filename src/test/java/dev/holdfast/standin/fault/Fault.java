package dev.holdfast.standin.fault;

import dev.holdfast.standin.http.StandInAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * What happens to a call instead of, or besides, its answer.
 *
 * @param number milliseconds of {@link Effect#SLOW}, bytes of the two midway kinds
 * @param answer of {@link Effect#ANSWER}
 */
public record Fault(Effect effect, long number, StandInAnswer answer) {

    /** What a fault does to a call. */
    public enum Effect {
        SLOW,
        HANG,
        DROP,
        DROP_MIDWAY,
        HANG_MIDWAY,
        ANSWER
    }

    /** The answer comes, but this late. */
    public static Fault slow(Duration delay) {
        return new Fault(Effect.SLOW, delay.toMillis(), null);
    }

    /** No answer, and the connection stays open until the faults of the area are cleared. */
    public static Fault hang() {
        return new Fault(Effect.HANG, 0, null);
    }

    /** The connection is closed without an answer. */
    public static Fault drop() {
        return new Fault(Effect.DROP, 0, null);
    }

    /** Headers and so many bytes of the body (at most half of it), then the connection is closed. */
    public static Fault dropMidway(long bytes) {
        return new Fault(Effect.DROP_MIDWAY, bytes, null);
    }

    /** As {@link #dropMidway}, but the connection stays open in silence. */
    public static Fault hangMidway(long bytes) {
        return new Fault(Effect.HANG_MIDWAY, bytes, null);
    }

    /** A redirect with status 302. */
    public static Fault redirect(URI location) {
        return redirect(302, location);
    }

    /** A redirect with any status, such as 307. */
    public static Fault redirect(int status, URI location) {
        return answer(status, Map.of("Location", location.toString()), "");
    }

    /** Exactly this answer. */
    public static Fault answer(int status, Map<String, String> headers, String body) {
        return new Fault(Effect.ANSWER, 0, StandInAnswer.of(status, headers, body));
    }

    static Fault answer(StandInAnswer answer) {
        return new Fault(Effect.ANSWER, 0, answer);
    }
}
