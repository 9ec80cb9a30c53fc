package dev.holdfast.web.boundary;

import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemPage;
import dev.holdfast.problem.ProblemWriter;
import dev.holdfast.web.entity.Area;
import dev.holdfast.web.entity.ClosedPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers 404 at the addresses where Liberty would offer its own sign-in and sign-out. */
public class ClosedPathsFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = RequestPath.of(request);
        if (!ClosedPath.contains(path) && !ClosedPath.contains(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else if (Area.of(path) == Area.PAGES) {
            ProblemPage.write(Problem.of(ProblemCode.NOT_FOUND), response);
        } else {
            ProblemWriter.write(Problem.of(ProblemCode.NOT_FOUND), response);
        }
    }
}
