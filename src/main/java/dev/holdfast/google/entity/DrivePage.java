package dev.holdfast.google.entity;

import java.util.List;
import java.util.Optional;

/** One page of a listing; it may be short or empty and still have a next one. */
public record DrivePage(List<DriveFile> files, Optional<String> nextPageToken) {

    public DrivePage {
        files = List.copyOf(files);
    }
}
