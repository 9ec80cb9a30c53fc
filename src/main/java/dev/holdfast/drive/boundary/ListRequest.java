package dev.holdfast.drive.boundary;

import dev.holdfast.google.drive.DriveQuery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses the query of a listing; empty if a value is invalid. */
final class ListRequest {

    private static final int DEFAULT_SIZE = 25;
    private static final int LARGEST_SIZE = 100;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_PAGE_TOKEN = 4_000;

    private ListRequest() {}

    static Optional<DriveQuery> parse(@Nullable String text, @Nullable String pageSize, @Nullable String pageToken) {
        if (isLonger(text, LONGEST_TEXT) || isLonger(pageToken, LONGEST_PAGE_TOKEN)) {
            return Optional.empty();
        }
        return size(pageSize).map(size -> new DriveQuery(present(text).map(String::strip), size, present(pageToken)));
    }

    private static Optional<Integer> size(@Nullable String pageSize) {
        if (pageSize == null) {
            return Optional.of(DEFAULT_SIZE);
        }
        return pageSize.matches("[1-9][0-9]{0,2}")
                ? Optional.of(Integer.valueOf(pageSize)).filter(size -> size <= LARGEST_SIZE) : Optional.empty();
    }

    private static Optional<String> present(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    private static boolean isLonger(@Nullable String value, int most) {
        return value != null && value.length() > most;
    }
}
