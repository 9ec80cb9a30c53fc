package dev.holdfast.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes a refusal for a filter, a servlet or an authentication mechanism, with the same status, headers and body as
 * {@link ProblemResponse}. Replaces a buffered response, and leaves a committed one alone.
 */
public final class ProblemWriter {

    private ProblemWriter() {}

    /** Refuses after an unexpected exception: 503 if the database is the cause, else 500 with only an error id. */
    public static void writeFailure(RuntimeException failure, HttpServletResponse response) throws IOException {
        write(Failures.problemOf(failure), response);
    }

    public static void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = ProblemJson.of(problem).getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(problem.code().status());
        ProblemHeaders.of(problem).forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
