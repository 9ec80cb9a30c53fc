package dev.holdfast.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers the refusals of the container itself: problem JSON to programs, a small page to people. Neither reveals what went
 * wrong inside. Reached through {@code <error-page>} only.
 */
public class ErrorPage extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problemOf(request);
        if (ErrorAudience.of((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                == ErrorAudience.PROGRAM) {
            ProblemWriter.write(problem, response);
        } else {
            ProblemPage.write(problem, response);
        }
    }

    /** The status decides: for an unknown file the container reports both an exception and status 404. */
    private static Problem problemOf(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Problem problem = StatusProblem.of(status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND);
        return problem.code() == ProblemCode.INTERNAL_ERROR && failure instanceof Throwable thrown
                ? Failures.problemOf(thrown)
                : problem;
    }
}
