package dev.holdfast.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The container's own refusals: problem JSON where programs ask, a small page where people do, and in neither a word
 * about what went wrong inside. Reached through {@code <error-page>} only.
 */
public class ErrorPage extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problemOf(request);
        if (ErrorAudience.of((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                == ErrorAudience.PROGRAM) {
            ProblemWriter.write(problem, response);
        } else if (!response.isCommitted()) {
            writePage(problem, response);
        }
    }

    private static Problem problemOf(HttpServletRequest request) {
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return failure instanceof Throwable thrown
                ? Failures.problemOf(thrown)
                : StatusProblem.of(status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND);
    }

    private static void writePage(Problem problem, HttpServletResponse response) throws IOException {
        byte[] page = ErrorHtml.of(problem).getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(problem.code().status());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        problem.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", Long.toString(seconds)));
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }
}
