package dev.holdfast.session.boundary;

import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.session.control.BrowserSession;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Reads the refresh cookies of a request and writes those that {@link BrowserSession} is to keep. An answer that says a
 * session is over clears them, unless they belong to another session that may live. The filter reads before the Bearer
 * token is judged, because a refusal ends the request there.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 1)
public class RefreshCookieFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Set<ProblemCode> ENDINGS = Set.of(ProblemCode.SESSION_ENDED, ProblemCode.GOOGLE_ACCESS_LOST);

    @Inject BrowserCookies cookies;
    @Inject BrowserSession browser;

    @Context HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        cookies.read(servletRequest, browser);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (browser.kept().isEmpty() && saysEnded(response) && !cookies.hasALivingSession(browser)) {
            browser.drop();
        }
        cookies.headersFor(browser).forEach(header -> response.getHeaders().add(HttpHeaders.SET_COOKIE, header));
    }

    private static boolean saysEnded(ContainerResponseContext response) {
        return response.getEntity() instanceof Problem problem && ENDINGS.contains(problem.code());
    }
}
