package dev.holdfast.problem;

import jakarta.ws.rs.core.Response;

/**
 * A refusal as a JAX-RS response: problem JSON, never cached, with {@code Retry-After} where the problem names it and
 * with the challenge RFC 6750 section 3 asks for on every 401. Its entity is the {@link Problem} itself, for filters to
 * read; {@link ProblemBodyWriter} puts it on the wire.
 */
public final class ProblemResponse {

    private ProblemResponse() {}

    public static Response of(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.code().status());
        ProblemHeaders.of(problem).forEach(response::header);
        return response.entity(problem).build();
    }
}
