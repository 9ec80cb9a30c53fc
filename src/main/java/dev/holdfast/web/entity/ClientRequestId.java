package dev.holdfast.web.entity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The request id that the client has sent, if it is valid: the trace id of {@code traceparent} (W3C Trace Context,
 * section 3.2.2), else an {@code X-Request-Id} of 16 to 64 letters, digits and hyphens. Any other value is ignored,
 * because it would appear in our log.
 */
public final class ClientRequestId {

    private static final Pattern TRACE_PARENT = Pattern.compile(
            "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{16,64}");

    private ClientRequestId() {}

    /** Returns the id; each argument is null if the request lacks that header. */
    public static Optional<String> of(@Nullable String traceParent, @Nullable String requestId) {
        if (traceParent != null) {
            Matcher trace = TRACE_PARENT.matcher(traceParent);
            if (trace.matches()) {
                return Optional.of(trace.group(1));
            }
        }
        return Optional.ofNullable(requestId).filter(id -> REQUEST_ID.matcher(id).matches());
    }
}
