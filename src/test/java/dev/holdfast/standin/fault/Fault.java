package dev.holdfast.standin.fault;

import dev.holdfast.standin.http.StandInAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * An effect on a call, in place of its answer or in addition to it.
 *
 * @param number milliseconds of {@link Effect#SLOW}, bytes of the two midway kinds
 * @param answer of {@link Effect#ANSWER}
 */
public record Fault(Effect effect, long number, StandInAnswer answer) {

    /** The effect of a fault on a call. */
    public enum Effect {
        SLOW,
        HANG,
        DROP,
        DROP_MIDWAY,
        HANG_MIDWAY,
        ANSWER
    }

    /** Delays the answer. */
    public static Fault slow(Duration delay) {
        return new Fault(Effect.SLOW, delay.toMillis(), null);
    }

    /** Gives no answer, and keeps the connection open until the faults of the area are cleared. */
    public static Fault hang() {
        return new Fault(Effect.HANG, 0, null);
    }

    /** Closes the connection without an answer. */
    public static Fault drop() {
        return new Fault(Effect.DROP, 0, null);
    }

    /** Sends the headers and this many bytes of the body (at most half of it), then closes the connection. */
    public static Fault dropMidway(long bytes) {
        return new Fault(Effect.DROP_MIDWAY, bytes, null);
    }

    /** Does the same as {@link #dropMidway}, but keeps the connection open in silence. */
    public static Fault hangMidway(long bytes) {
        return new Fault(Effect.HANG_MIDWAY, bytes, null);
    }

    /** Redirects with status 302. */
    public static Fault redirect(URI location) {
        return redirect(302, location);
    }

    /** Redirects with any status, such as 307. */
    public static Fault redirect(int status, URI location) {
        return answer(status, Map.of("Location", location.toString()), "");
    }

    /** Sends exactly this answer. */
    public static Fault answer(int status, Map<String, String> headers, String body) {
        return new Fault(Effect.ANSWER, 0, StandInAnswer.of(status, headers, body));
    }

    static Fault answer(StandInAnswer answer) {
        return new Fault(Effect.ANSWER, 0, answer);
    }
}
