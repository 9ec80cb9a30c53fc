package dev.holdfast.gateway.entity;

import java.util.List;
import java.util.Optional;

/**
 * A pattern of paths below the root of an API. A literal segment matches itself, {@code *} any one segment without a colon,
 * and {@code **} at the end one segment or more. A colon begins a custom method (AIP-136), which is an operation of its own
 * and has to be written out.
 */
public record PathPattern(List<String> segments) {

    private static final String ONE = "*";
    private static final String REST = "**";

    public PathPattern {
        segments = List.copyOf(segments);
    }

    /** Parses {@code /calendars/*}; empty if it is no pattern. */
    public static Optional<PathPattern> parse(String text) {
        if (!text.startsWith("/")) {
            return Optional.empty();
        }
        List<String> segments = List.of(text.substring(1).split("/", -1));
        boolean restIsLast = segments.indexOf(REST) < 0 || segments.indexOf(REST) == segments.size() - 1;
        return restIsLast && segments.stream().allMatch(PathPattern::isPart)
                ? Optional.of(new PathPattern(segments)) : Optional.empty();
    }

    private static boolean isPart(String segment) {
        return segment.equals(ONE) || segment.equals(REST) || segment.indexOf('*') < 0 && ApiPath.isSegment(segment);
    }

    public boolean matches(ApiPath path) {
        boolean open = segments.get(segments.size() - 1).equals(REST);
        int fixed = open ? segments.size() - 1 : segments.size();
        if (open ? path.segments().size() <= fixed : path.segments().size() != fixed) {
            return false;
        }
        for (int at = 0; at < fixed; at++) {
            if (!matches(segments.get(at), path.segments().get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String part, String segment) {
        return part.equals(ONE) ? segment.indexOf(':') < 0 : part.equals(segment);
    }

    /** Returns the pattern as it was written. */
    @Override
    public String toString() {
        return "/" + String.join("/", segments);
    }
}
