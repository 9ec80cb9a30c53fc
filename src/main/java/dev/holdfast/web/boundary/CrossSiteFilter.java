package dev.holdfast.web.boundary;

import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemWriter;
import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.web.control.ForeignPages;
import dev.holdfast.web.entity.CrossSiteDefence;
import dev.holdfast.web.entity.RequestSource;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** Refuses requests that another site's page has caused, before the application handles them. */
public class CrossSiteFilter extends HttpFilter {

    @Inject transient PublicUrl publicUrl;
    @Inject transient ForeignPages foreignPages;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CrossSiteDefence defence = new CrossSiteDefence(publicUrl.toString());
        if (defence.admits(RequestPath.of(request), source(request))) {
            chain.doFilter(request, response);
        } else {
            if (defence.isFromAnotherAddress(source(request))) {
                foreignPages.seen();
            }
            WebLog.crossSite(request.getMethod());
            ProblemWriter.write(Problem.of(ProblemCode.CROSS_SITE_REQUEST), response);
        }
    }

    private static RequestSource source(HttpServletRequest request) {
        return new RequestSource(request.getMethod(), values(request, "Sec-Fetch-Site"),
                values(request, "Sec-Fetch-Dest"), values(request, "Origin"));
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
