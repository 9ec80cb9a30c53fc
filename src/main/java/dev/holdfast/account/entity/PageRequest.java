package dev.holdfast.account.entity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of a list that a query asks for. */
public record PageRequest(int limit, Optional<PageCursor> before) {

    private static final int DEFAULT_LIMIT = 25;
    private static final int MOST = 100;

    public static Optional<PageRequest> parse(@Nullable String limit, @Nullable String before) {
        return parse(limit, before, DEFAULT_LIMIT);
    }

    /** Parses the query; empty if it is invalid. {@code usual} is the length of a page if the query states none. */
    public static Optional<PageRequest> parse(@Nullable String limit, @Nullable String before, int usual) {
        Optional<Integer> parsedLimit = limit == null ? Optional.of(usual) : number(limit);
        Optional<PageCursor> cursor = Optional.ofNullable(before).flatMap(PageCursor::parse);
        boolean cursorBroken = before != null && cursor.isEmpty();
        return cursorBroken ? Optional.empty() : parsedLimit.map(most -> new PageRequest(most, cursor));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[1-9][0-9]{0,2}")
                ? Optional.of(Integer.valueOf(text)).filter(number -> number <= MOST)
                : Optional.empty();
    }
}
