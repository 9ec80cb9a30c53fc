package dev.holdfast.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of every refusal, whether JAX-RS, a filter or a servlet sends it. */
final class ProblemHeaders {

    private static final int UNAUTHORIZED = 401;

    private ProblemHeaders() {}

    static Map<String, String> of(Problem problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        headers.put("Cache-Control", "no-store");
        problem.retryAfter().ifPresent(seconds -> headers.put("Retry-After", Long.toString(seconds)));
        if (problem.code().status() == UNAUTHORIZED) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        return headers;
    }
}
