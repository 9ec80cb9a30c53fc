package dev.holdfast.drive.boundary;

import dev.holdfast.google.drive.DriveFileId;
import dev.holdfast.google.drive.DriveKind;
import dev.holdfast.google.drive.DriveQuery;
import dev.holdfast.google.drive.DriveSort;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a listing. */
public class ListRequest {

    private static final int DEFAULT_SIZE = 25;
    private static final int LARGEST_SIZE = 100;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_PAGE_TOKEN = 4_000;

    @QueryParam("q")
    @Parameter(description = "free text to search for")
    @Nullable String text;

    @QueryParam("folder")
    @Parameter(description = "id of the folder to look into, not into the folders in it")
    @Nullable String folder;

    @QueryParam("kind")
    @Parameter(description = "the only kind of files to list", schema = @Schema(type = SchemaType.STRING, enumeration = {
        "folder", "document", "spreadsheet", "presentation", "pdf", "image", "video", "audio"}))
    @Nullable String kind;

    @QueryParam("sort")
    @Parameter(description = "newest if absent; by name, folders come first; refused with q, which is by relevance",
            schema = @Schema(type = SchemaType.STRING, enumeration = {"newest", "oldest", "name", "largest"}))
    @Nullable String sort;

    @QueryParam("pageSize")
    @Parameter(description = "1 to 100, 25 if absent")
    @Nullable String pageSize;

    @QueryParam("pageToken")
    @Parameter(description = "next_page_token of the page before, with the other parameters as they were")
    @Nullable String pageToken;

    /** Returns the listing that is asked for; empty if a value is invalid. */
    Optional<DriveQuery> parse() {
        if (isLonger(text, LONGEST_TEXT) || isLonger(pageToken, LONGEST_PAGE_TOKEN)) {
            return Optional.empty();
        }
        Optional<String> words = present(text).map(String::strip);
        boolean orderedByRelevance = words.isPresent() && sort != null;
        return orderedByRelevance ? Optional.empty() : size(pageSize).flatMap(size -> query(words, size));
    }

    private Optional<DriveQuery> query(Optional<String> words, int size) {
        return optional(folder, DriveFileId::parse)
                .flatMap(in -> optional(kind, DriveKind::parse)
                        .flatMap(of -> optional(sort, DriveSort::parse)
                                .map(by -> new DriveQuery(words, in, of, by.orElse(DriveSort.NEWEST), size,
                                        present(pageToken)))));
    }

    /** Returns the parsed value, or no value if the parameter is absent; empty if it cannot be parsed. */
    private static <T> Optional<Optional<T>> optional(@Nullable String value, Function<String, Optional<T>> parser) {
        return value == null ? Optional.of(Optional.empty()) : parser.apply(value).map(Optional::of);
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
