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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Answers 404 at the addresses where Liberty would offer its own sign-in and sign-out. */
public class ClosedPathsFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = RequestPath.of(request);
        if (!ClosedPath.contains(path) && !isClosed(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else if (Area.of(path) == Area.PAGES) {
            ProblemPage.write(Problem.of(ProblemCode.NOT_FOUND), response);
        } else {
            ProblemWriter.write(Problem.of(ProblemCode.NOT_FOUND), response);
        }
    }

    /** Looks at the URI too: Liberty may split it into servlet path and path info at another place than the application. */
    private static boolean isClosed(String uri) {
        try {
            return ClosedPath.contains(uri.indexOf('%') < 0 ? uri : URLDecoder.decode(uri, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return ClosedPath.contains(uri);
        }
    }
}
