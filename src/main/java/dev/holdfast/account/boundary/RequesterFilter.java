package dev.holdfast.account.boundary;

import dev.holdfast.account.control.Requester;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Records the origin of each request before the request has any effect. */
@Provider
@Priority(Priorities.AUTHENTICATION - 2)
public class RequesterFilter implements ContainerRequestFilter {

    @Inject Requester requester;

    @Context HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        requester.is(servletRequest.getRemoteAddr(), servletRequest.getHeader(HttpHeaders.USER_AGENT));
    }
}
