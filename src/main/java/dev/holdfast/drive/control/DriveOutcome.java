package dev.holdfast.drive.control;

import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.google.api.ApiAnswer;
import java.util.Optional;

/** The outcome of a request to Drive on a person's behalf. */
public sealed interface DriveOutcome<T> {

    record Done<T>(T value) implements DriveOutcome<T> {}

    /** Custody had no token to lend; {@code why} is never {@link Acquired.Fresh}. */
    record NoToken<T>(Acquired why) implements DriveOutcome<T> {}

    /** The grant does not cover the request; {@code scopeToAsk} would. */
    record ScopeMissing<T>(String scopeToAsk) implements DriveOutcome<T> {}

    record NotDownloadable<T>(Optional<String> webViewLink) implements DriveOutcome<T> {}

    /**
     * Google refused for another reason; {@code answer} is never {@link ApiAnswer.Found}. {@code webViewLink} leads to
     * the file at Google if the file is known.
     */
    record Refused<T>(ApiAnswer<?> answer, Optional<String> webViewLink) implements DriveOutcome<T> {

        public Refused(ApiAnswer<?> answer) {
            this(answer, Optional.empty());
        }
    }

    /** Google no longer accepts the page token of this listing, or never issued it: only a listing from the start helps. */
    record PageTokenRefused<T>() implements DriveOutcome<T> {}

    /** Returns the same outcome with another value type; not for {@link Done}. */
    @SuppressWarnings("unchecked") // No outcome but Done holds a T.
    default <U> DriveOutcome<U> failure() {
        if (this instanceof Done) {
            throw new IllegalStateException("nothing failed");
        }
        return (DriveOutcome<U>) this;
    }
}
