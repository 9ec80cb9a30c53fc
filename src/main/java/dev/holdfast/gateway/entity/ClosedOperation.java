package dev.holdfast.gateway.entity;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Operations of Google's APIs that no rule can open: batches, which carry requests of any other path; channels, which have
 * Google call a URL of the caller's choice; and descriptions of APIs, which need no token.
 */
public final class ClosedOperation {

    private static final Set<String> BATCHES = Set.of("batch", "$batch");
    private static final String DESCRIPTIONS = "discovery";
    private static final String DESCRIPTION = "$discovery";
    private static final String CHANNEL = "watch";

    private ClosedOperation() {}

    /** Tells whether a path below this root is such an operation. */
    public static boolean isAt(URI root, ApiPath path) {
        List<String> segments = new ArrayList<>(List.of((root.getPath() == null ? "" : root.getPath()).split("/")));
        segments.addAll(path.segments());
        segments.removeIf(String::isEmpty);
        return Stream.of(segments, path.segments()).anyMatch(each -> each.get(0).equalsIgnoreCase(DESCRIPTIONS))
                || segments.stream().anyMatch(ClosedOperation::isClosed);
    }

    private static boolean isClosed(String segment) {
        String lower = segment.toLowerCase(Locale.ROOT);
        return BATCHES.contains(lower) || lower.startsWith(DESCRIPTION) || lower.equals(CHANNEL)
                || lower.endsWith(":" + CHANNEL);
    }
}
