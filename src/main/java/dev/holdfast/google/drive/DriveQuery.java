package dev.holdfast.google.drive;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A listing without trashed files: all of them, or those in {@code folder}, of {@code kind} and matching {@code text}. Files
 * come in the order of {@code sort}; with {@code text} by relevance, because Drive refuses an order there.
 */
public record DriveQuery(Optional<String> text, Optional<DriveFileId> folder, Optional<DriveKind> kind, DriveSort sort,
        int pageSize, Optional<String> pageToken) {

    /** Creates a listing of every folder and kind, newest first. */
    public DriveQuery(Optional<String> text, int pageSize, Optional<String> pageToken) {
        this(text, Optional.empty(), Optional.empty(), DriveSort.NEWEST, pageSize, pageToken);
    }

    /** Returns the same listing, from the page that {@code next} leads to. */
    public DriveQuery from(String next) {
        return new DriveQuery(text, folder, kind, sort, pageSize, Optional.of(next));
    }

    /**
     * Returns the search in Drive's query language. {@code fullText} finds whole words only, so the name is also searched
     * by the beginnings of its words (Drive API, "Search query terms and operators").
     */
    public String expression() {
        return Stream.of(
                        text.map(DriveQuery::literal)
                                .map(words -> "(name contains " + words + " or fullText contains " + words + ")"),
                        folder.map(id -> "'" + id.value() + "' in parents"),
                        kind.map(DriveKind::expression),
                        Optional.of("trashed = false"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
    }

    /** Returns a string literal, in which only {@code \} and {@code '} are special. */
    private static String literal(String words) {
        return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
