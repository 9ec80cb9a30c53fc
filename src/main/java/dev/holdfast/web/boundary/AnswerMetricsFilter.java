package dev.holdfast.web.boundary;

import dev.holdfast.web.entity.AnswerLabels;
import dev.holdfast.web.entity.Area;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Counts every answer, also those of the other filters; an exception that passes this filter counts as a 500. */
public class AnswerMetricsFilter extends HttpFilter {

    private static final int BROKEN = 500;

    @Inject transient AnswerMetrics metrics;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Area area = Area.of(RequestPath.asked(request));
        int status = BROKEN;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            metrics.count(AnswerLabels.of(area, status));
        }
    }
}
