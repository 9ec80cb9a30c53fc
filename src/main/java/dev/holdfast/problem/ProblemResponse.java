package dev.holdfast.problem;

import jakarta.ws.rs.core.Response;

/**
 * A refusal as a JAX-RS response: problem JSON, never cached, with {@code Retry-After} if the problem names it and, on every
 * 401, with the challenge that RFC 6750 section 3 asks for. Its entity is the {@link Problem} itself, so that filters can
 * read it; {@link ProblemBodyWriter} writes it.
 */
public final class ProblemResponse {

    private ProblemResponse() {}

    public static Response of(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.code().status());
        ProblemHeaders.of(problem).forEach(response::header);
        return response.entity(problem).build();
    }
}
