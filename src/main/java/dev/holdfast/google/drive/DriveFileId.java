package dev.holdfast.google.drive;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a Drive file, safe as one path segment: it contains no separator, dot or escape. */
public record DriveFileId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    public DriveFileId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a Drive file");
        }
    }

    public static Optional<DriveFileId> parse(@Nullable String value) {
        return value != null && SHAPE.matcher(value).matches() ? Optional.of(new DriveFileId(value)) : Optional.empty();
    }
}
