package dev.holdfast.problem;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Turns the refusals of JAX-RS itself into problem JSON. Their messages name classes and values and are not sent. */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {

    private static final int FIRST_REFUSAL = 400;

    @Override
    public Response toResponse(WebApplicationException exception) {
        Response given = exception.getResponse();
        if (given.getStatus() < FIRST_REFUSAL || isProblem(given)) {
            return given;
        }
        Response told = ProblemResponse.of(problemOf(exception, given.getStatus()));
        String allow = given.getHeaderString(HttpHeaders.ALLOW);
        return allow == null ? told : Response.fromResponse(told).header(HttpHeaders.ALLOW, allow).build();
    }

    static Problem problemOf(WebApplicationException exception, int status) {
        if (exception instanceof NotFoundException && isUnreadableQuery(exception)) {
            return Problem.of(ProblemCode.INVALID_REQUEST);
        }
        Problem problem = StatusProblem.of(status);
        return problem.code() == ProblemCode.INTERNAL_ERROR ? Failures.problemOf(exception) : problem;
    }

    /** Recognises a query parameter that cannot be converted: a 404 by Jakarta REST section 3.2, a 400 for our callers. */
    private static boolean isUnreadableQuery(WebApplicationException exception) {
        return exception.getMessage() != null && exception.getMessage().contains("jakarta.ws.rs.QueryParam(");
    }

    private static boolean isProblem(Response response) {
        return response.hasEntity() && Problem.MEDIA_TYPE.equals(String.valueOf(response.getMediaType()));
    }
}
