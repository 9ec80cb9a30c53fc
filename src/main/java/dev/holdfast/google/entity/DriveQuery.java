package dev.holdfast.google.entity;

import java.util.Optional;

/** A listing: newest first without {@code text}, by relevance with it; never a trashed file. */
public record DriveQuery(Optional<String> text, int pageSize, Optional<String> pageToken) {

    /** Drive's query language; text is one string literal, in which only {@code \} and {@code '} are special. */
    public String expression() {
        return text.map(words -> "fullText contains '" + escape(words) + "' and trashed = false").orElse("trashed = false");
    }

    private static String escape(String words) {
        return words.replace("\\", "\\\\").replace("'", "\\'");
    }
}
