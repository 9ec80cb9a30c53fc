package dev.holdfast.session.boundary;

import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Lets only authenticated callers reach a resource under {@code /api}. All invalid tokens get the same answer. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class BearerFilter implements ContainerRequestFilter {

    private static final long RETRY_AFTER_SECONDS = 5;

    @Context HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        Object verdict = servletRequest.getAttribute(BearerVerdict.ATTRIBUTE);
        if (verdict instanceof BearerVerdict.Accepted) {
            return;
        }
        request.abortWith(ProblemResponse.of(refusal(verdict)));
    }

    private static Problem refusal(Object verdict) {
        if (verdict instanceof BearerVerdict.Ended ended) {
            return Problem.of(ProblemCode.SESSION_ENDED).withReason(ended.reason().code());
        }
        return verdict instanceof BearerVerdict.Unknown
                ? Problem.of(ProblemCode.STORAGE_UNAVAILABLE).withRetryAfter(RETRY_AFTER_SECONDS)
                : Problem.of(ProblemCode.ACCESS_TOKEN_INVALID);
    }
}
