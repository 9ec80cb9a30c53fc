package dev.holdfast.web.boundary;

import dev.holdfast.web.entity.HeaderSyntax;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/** Hides header fields that cannot be read from everything behind it, so that no request makes the log grow by a stack trace. */
public class ReadableHeadersFilter extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean readable = Collections.list(request.getHeaderNames()).stream().filter(HeaderSyntax::isChecked)
                .allMatch(name -> ReadableHeaders.areReadable(request, name));
        chain.doFilter(readable ? request : new ReadableHeaders(request), response);
    }
}
