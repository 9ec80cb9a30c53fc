package dev.holdfast.google.drive;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing; it may be short or empty and still have a next one. {@code incomplete}: Google did not search
 * everything there is. {@code unreadable}: how many entries were left out because they could not be read.
 */
public record DrivePage(List<DriveFile> files, Optional<String> nextPageToken, boolean incomplete, int unreadable) {

    public DrivePage {
        files = List.copyOf(files);
    }

    /** Whether there is nothing on this page although the listing goes on. */
    public boolean isEmptyButNotTheLast() {
        return files.isEmpty() && nextPageToken.isPresent();
    }

    /** The page that follows this one, with the doubts and the losses of both; for a page without files. */
    public DrivePage followedBy(DrivePage next) {
        return new DrivePage(next.files, next.nextPageToken, incomplete || next.incomplete, unreadable + next.unreadable);
    }
}
