package dev.holdfast.standin.fault;

import dev.holdfast.standin.http.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * What happens to a call instead of, or besides, its answer.
 *
 * @param number milliseconds of {@link Kind#SLOW}, bytes of the two midway kinds
 * @param answer of {@link Kind#ANSWER}
 */
public record Weather(Kind kind, long number, Answer answer) {

    /** The kinds of weather. */
    public enum Kind {
        SLOW,
        HANG,
        DROP,
        DROP_MIDWAY,
        HANG_MIDWAY,
        ANSWER
    }

    /** The answer comes, but this late. */
    public static Weather slow(Duration delay) {
        return new Weather(Kind.SLOW, delay.toMillis(), null);
    }

    /** No answer, and the connection stays open until the weather of the area is cleared. */
    public static Weather hang() {
        return new Weather(Kind.HANG, 0, null);
    }

    /** The connection is closed without an answer. */
    public static Weather drop() {
        return new Weather(Kind.DROP, 0, null);
    }

    /** Headers and so many bytes of the body (at most half of it), then the connection is closed. */
    public static Weather dropMidway(long bytes) {
        return new Weather(Kind.DROP_MIDWAY, bytes, null);
    }

    /** As {@link #dropMidway}, but the connection stays open in silence. */
    public static Weather hangMidway(long bytes) {
        return new Weather(Kind.HANG_MIDWAY, bytes, null);
    }

    /** A redirect with status 302. */
    public static Weather redirect(URI location) {
        return redirect(302, location);
    }

    /** A redirect with any status, such as 307. */
    public static Weather redirect(int status, URI location) {
        return answer(status, Map.of("Location", location.toString()), "");
    }

    /** Exactly this answer. */
    public static Weather answer(int status, Map<String, String> headers, String body) {
        return new Weather(Kind.ANSWER, 0, Answer.of(status, headers, body));
    }

    static Weather answer(Answer answer) {
        return new Weather(Kind.ANSWER, 0, answer);
    }
}
