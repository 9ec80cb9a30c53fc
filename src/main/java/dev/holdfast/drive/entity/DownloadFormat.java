package dev.holdfast.drive.entity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The format in which a person wants a file. */
public enum DownloadFormat {

    /** A file as it is; one of Google's own documents in the format of the office program for it. */
    USUAL,

    /** One of Google's own documents as PDF; no other file has this format. */
    PDF;

    /** Returns the format that {@code name} stands for, the usual one if there is no name; empty if it is unknown. */
    public static Optional<DownloadFormat> parse(@Nullable String name) {
        if (name == null) {
            return Optional.of(USUAL);
        }
        return name.equals("pdf") ? Optional.of(PDF) : Optional.empty();
    }
}
