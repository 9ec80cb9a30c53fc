package dev.holdfast.drive.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.drive.DriveFile;
import dev.holdfast.google.drive.DriveFileId;
import dev.holdfast.google.drive.DrivePage;
import dev.holdfast.google.drive.DriveQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** AIP-158: a page may be empty although more follow. */
class EmptyPagesTest {

    private static final DriveQuery START = new DriveQuery(Optional.of("words"), 25, Optional.empty());
    private static final DriveFile FILE = new DriveFile(new DriveFileId("a"), "a", "text/plain", OptionalLong.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true), false);

    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private Duration took = Duration.ZERO;

    @Test
    void passedWhenPagesAreEmptyThenTheFirstWithFilesAndAllDoubtsAndLosses() {
        DrivePage page = done(place -> switch (place) {
            case 0 -> page(List.of(), 1, true, 2);
            case 1 -> page(List.of(), 2, false, 1);
            default -> page(List.of(FILE), 3, false, 4);
        });

        assertEquals(new DrivePage(List.of(FILE), Optional.of("3"), true, 7), page);
        assertEquals(List.of("start", "1", "2"), asked);
    }

    @Test
    void passedWhenAllPagesAreEmptyThenTheEnd() {
        DrivePage page = done(place -> place < 3 ? page(List.of(), place + 1, false, 0)
                : new DrivePage(List.of(), Optional.empty(), false, 0));

        assertEquals(new DrivePage(List.of(), Optional.empty(), false, 0), page);
        assertEquals(4, asked.size());
    }

    @Test
    void passedWhenPagesNeverHaveFilesThenTheTokenIsHandedOnAfterTenPages() {
        DrivePage page = done(place -> page(List.of(), place + 1, false, 0));

        assertEquals(EmptyPages.MOST_PAGES, asked.size());
        assertTrue(page.isEmptyButNotTheLast());
        assertEquals(Optional.of("10"), page.nextPageToken());
    }

    @Test
    void passedWhenDriveIsSlowThenTheTokenIsHandedOnInTime() {
        took = Duration.ofSeconds(3);

        assertEquals(Optional.of("3"), done(place -> page(List.of(), place + 1, false, 0)).nextPageToken());
    }

    @Test
    void passedWhenDriveRefusesOnTheWayThenThatIsTheOutcome() {
        DriveOutcome<DrivePage> refused = new DriveOutcome.Refused<>(new ApiAnswer.Unavailable<>(Duration.ofSeconds(5)));

        assertEquals(refused, passed(place -> place == 0 ? new DriveOutcome.Done<>(page(List.of(), 1, false, 0)) : refused));
    }

    private DrivePage done(Function<Integer, DrivePage> drive) {
        return (DrivePage) assertInstanceOf(DriveOutcome.Done.class,
                passed(place -> new DriveOutcome.Done<>(drive.apply(place)))).value();
    }

    private DriveOutcome<DrivePage> passed(Function<Integer, DriveOutcome<DrivePage>> drive) {
        Clock clock = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return new EmptyPages(query -> {
            asked.add(query.pageToken().orElse("start"));
            now = now.plus(took);
            return drive.apply(query.pageToken().map(Integer::valueOf).orElse(0));
        }, clock).passedFrom(START);
    }

    private static DrivePage page(List<DriveFile> files, int next, boolean incomplete, int unreadable) {
        return new DrivePage(files, Optional.of(String.valueOf(next)), incomplete, unreadable);
    }
}
