package dev.holdfast.google.api;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name of a Google API as on its page in the Cloud console, such as {@code drive.googleapis.com}. If a URL does not
 * show that name, the first word of its path ({@code youtube}). It has at most 64 characters: lower-case letters, digits,
 * hyphens and dots.
 */
public record ApiName(String value) {

    public static final ApiName DRIVE = new ApiName("drive.googleapis.com");

    private static final String GOOGLES = ".googleapis.com";
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9-]{0,48}\\.googleapis\\.com");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    /** First words of paths that tell how something is sent, not to which API (Google API clients, "servicePath"). */
    private static final Set<String> NO_API = Set.of("upload", "resumable", "download", "batch");

    /** Parses the service name in an answer by Google; empty for any other text. */
    public static Optional<ApiName> ofService(String told) {
        return SERVICE.matcher(told).matches() ? Optional.of(new ApiName(told)) : Optional.empty();
    }

    /** Returns the API that a request goes to: by its host, or by its path if several APIs share the host. */
    public static ApiName of(URI url) {
        String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? byPath(url) : ofService(host).orElseGet(() -> byPath(url));
    }

    /** Tells whether the Cloud console has a page of this name. */
    public boolean isService() {
        return value.endsWith(GOOGLES);
    }

    private static ApiName byPath(URI url) {
        String word = Stream.of(Optional.ofNullable(url.getRawPath()).orElse("").split("/"))
                .filter(segment -> !segment.isEmpty() && !NO_API.contains(segment)).findFirst().orElse("");
        return switch (word) {
            case "drive" -> DRIVE;
            case "calendar" -> new ApiName("calendar-json" + GOOGLES);
            default -> new ApiName(WORD.matcher(word).matches() ? word : "unknown");
        };
    }
}
