package dev.holdfast.drive.control;

import dev.holdfast.google.drive.DrivePage;
import dev.holdfast.google.drive.DriveQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Requests the next page while Drive answers with empty pages, which it may do in the middle of a listing (AIP-158).
 * Stops after {@value #MOST_PAGES} pages or {@link #LONGEST}, and then returns the empty page with its token.
 */
final class EmptyPages {

    static final int MOST_PAGES = 10;
    static final Duration LONGEST = Duration.ofSeconds(8);

    private final Function<DriveQuery, DriveOutcome<DrivePage>> drive;
    private final Clock clock;

    EmptyPages(Function<DriveQuery, DriveOutcome<DrivePage>> drive, Clock clock) {
        this.drive = drive;
        this.clock = clock;
    }

    /** Returns the first page from {@code query} on that has files or is the last, or the first refusal on the way. */
    DriveOutcome<DrivePage> passedFrom(DriveQuery query) {
        Instant until = clock.instant().plus(LONGEST);
        DriveOutcome<DrivePage> outcome = drive.apply(query);
        for (int pages = 1; pages < MOST_PAGES && goesOn(outcome) && clock.instant().isBefore(until); pages++) {
            DrivePage empty = ((DriveOutcome.Done<DrivePage>) outcome).value();
            outcome = after(empty, drive.apply(query.from(empty.nextPageToken().orElseThrow())));
        }
        return outcome;
    }

    private static boolean goesOn(DriveOutcome<DrivePage> outcome) {
        return outcome instanceof DriveOutcome.Done<DrivePage> done && done.value().isEmptyButNotTheLast();
    }

    private static DriveOutcome<DrivePage> after(DrivePage empty, DriveOutcome<DrivePage> outcome) {
        return outcome instanceof DriveOutcome.Done<DrivePage> done
                ? new DriveOutcome.Done<>(empty.followedBy(done.value())) : outcome;
    }
}
