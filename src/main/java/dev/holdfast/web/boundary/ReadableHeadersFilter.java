package dev.holdfast.web.boundary;

import dev.holdfast.web.entity.HeaderSyntax;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/** Hides unreadable header fields from all code behind it, so that no request adds a stack trace to the log. */
public class ReadableHeadersFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean readable = Collections.list(request.getHeaderNames()).stream().filter(HeaderSyntax::isChecked)
                .allMatch(name -> ReadableHeaders.areReadable(request, name));
        chain.doFilter(readable ? request : new ReadableHeaders(request), response);
    }
}
