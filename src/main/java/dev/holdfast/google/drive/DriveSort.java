package dev.holdfast.google.drive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The orders of a listing (Drive API, "files.list", {@code orderBy}); the constant in lower case is its name in the API.
 * By name, folders come first and numbers are compared as numbers.
 */
public enum DriveSort {
    NEWEST("modifiedTime desc"),
    OLDEST("modifiedTime"),
    NAME("folder,name_natural"),
    LARGEST("quotaBytesUsed desc");

    private final String orderBy;

    DriveSort(String orderBy) {
        this.orderBy = orderBy;
    }

    /** Returns the order of this name; empty if there is none. */
    public static Optional<DriveSort> parse(String name) {
        return Arrays.stream(values()).filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(name)).findFirst();
    }

    String orderBy() {
        return orderBy;
    }
}
