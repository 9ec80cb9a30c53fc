package dev.holdfast.google.drive;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing; it may be short or empty although a next page follows. {@code incomplete}: Google did not search
 * all files. {@code unreadable}: the number of entries left out because they could not be read.
 */
public record DrivePage(List<DriveFile> files, Optional<String> nextPageToken, boolean incomplete, int unreadable) {

    public DrivePage {
        files = List.copyOf(files);
    }

    /** Tells whether this page is empty although the listing continues. */
    public boolean isEmptyButNotTheLast() {
        return files.isEmpty() && nextPageToken.isPresent();
    }

    /**
     * Returns {@code next} in place of this page without files: incomplete if either is, and with the unreadable entries
     * of both.
     */
    public DrivePage followedBy(DrivePage next) {
        return new DrivePage(next.files, next.nextPageToken, incomplete || next.incomplete, unreadable + next.unreadable);
    }
}
