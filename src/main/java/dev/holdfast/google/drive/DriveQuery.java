package dev.holdfast.google.drive;

import java.util.Optional;

/** A listing without trashed files: newest first without {@code text}, by relevance with it. */
public record DriveQuery(Optional<String> text, int pageSize, Optional<String> pageToken) {

    /** Returns the same listing, from the page that {@code next} leads to. */
    public DriveQuery from(String next) {
        return new DriveQuery(text, pageSize, Optional.of(next));
    }

    /**
     * Returns the search in Drive's query language. {@code fullText} finds whole words only, so the name is also searched
     * by the beginnings of its words (Drive API, "Search query terms and operators").
     */
    public String expression() {
        return text.map(DriveQuery::literal)
                .map(words -> "(name contains " + words + " or fullText contains " + words + ") and trashed = false")
                .orElse("trashed = false");
    }

    /** Returns a string literal, in which only {@code \} and {@code '} are special. */
    private static String literal(String words) {
        return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
