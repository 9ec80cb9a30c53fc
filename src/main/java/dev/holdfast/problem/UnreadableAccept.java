package dev.holdfast.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Refuses an {@code Accept} header that cannot be read, which JAX-RS would take for a fault of ours. */
@Provider
@PreMatching
public class UnreadableAccept implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        try {
            request.getAcceptableMediaTypes();
        } catch (RuntimeException unreadable) {
            request.abortWith(ProblemResponse.of(Problem.of(ProblemCode.INVALID_REQUEST)));
        }
    }
}
