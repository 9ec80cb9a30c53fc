package dev.holdfast.web.boundary;

import dev.holdfast.web.entity.HeaderSyntax;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;

/** Hides unreadable header fields from all code behind it, so that no request adds a stack trace to the log. */
public class ReadableHeadersFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(areReadable(request) ? request : new ReadableHeaders(request), response);
    }

    private static boolean areReadable(HttpServletRequest request) {
        for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements();) {
            String name = names.nextElement();
            if (HeaderSyntax.isChecked(name) && !ReadableHeaders.areReadable(request, name)) {
                return false;
            }
        }
        return true;
    }
}
