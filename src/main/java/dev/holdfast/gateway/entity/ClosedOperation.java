package dev.holdfast.gateway.entity;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Operations of Google's APIs that no rule can open: batches, which carry requests of any other path; channels, which have
 * Google call a URL of the caller's choice; and descriptions of APIs, which need no token.
 */
public final class ClosedOperation {

    private static final Set<String> FIRST = Set.of("batch", "discovery");
    private static final String BATCH = "$batch";
    private static final String DESCRIPTION = "$discovery";
    private static final String CHANNEL = "watch";

    private ClosedOperation() {}

    /** Tells whether a path below this root is such an operation. */
    public static boolean isAt(URI root, ApiPath path) {
        List<String> segments = new ArrayList<>(List.of((root.getPath() == null ? "" : root.getPath()).split("/")));
        segments.addAll(path.segments());
        segments.removeIf(String::isEmpty);
        String first = segments.get(0).toLowerCase(Locale.ROOT);
        return FIRST.contains(first) || path.segments().stream().anyMatch(ClosedOperation::isClosed);
    }

    private static boolean isClosed(String segment) {
        String lower = segment.toLowerCase(Locale.ROOT);
        return lower.startsWith(DESCRIPTION) || lower.equals(BATCH) || lower.equals(CHANNEL)
                || lower.endsWith(":" + CHANNEL);
    }
}
