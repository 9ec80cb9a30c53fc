package dev.holdfast.gateway.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The path of a request below the root of an API: decoded once, segment by segment. No segment can leave its place: it is
 * neither empty nor a dot segment, and holds no slash, backslash, semicolon, at sign, control character or further
 * percent-encoding (RFC 3986 sections 3.3 and 6.2.2).
 */
public record ApiPath(List<String> segments) {

    private static final int MOST_SEGMENTS = 50;
    private static final Pattern DISPLACING = Pattern.compile("[/\\\\;@]|\\p{Cntrl}|[\\x{80}-\\x{9F}]|%\\p{XDigit}{2}");

    public ApiPath {
        segments = List.copyOf(segments);
    }

    /** Parses the encoded path, which begins with a slash; empty if it is refused. */
    public static Optional<ApiPath> parse(String encoded) {
        if (!encoded.startsWith("/")) {
            return Optional.empty();
        }
        List<String> segments = new ArrayList<>();
        for (String segment : encoded.substring(1).split("/", -1)) {
            Optional<String> decoded = PercentCoding.decode(segment).filter(ApiPath::isSegment);
            if (decoded.isEmpty() || segments.size() == MOST_SEGMENTS) {
                return Optional.empty();
            }
            segments.add(decoded.get());
        }
        return Optional.of(new ApiPath(segments));
    }

    static boolean isSegment(String decoded) {
        return !decoded.isEmpty() && !".".equals(decoded) && !"..".equals(decoded) && !DISPLACING.matcher(decoded).find();
    }

    /** Returns the path in its encoded form, built from its segments. */
    public String encoded() {
        return segments.stream().map(segment -> "/" + PercentCoding.encodeSegment(segment)).collect(Collectors.joining());
    }
}
