package dev.holdfast.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers every uncaught exception: 503 if the database is the cause, else 500 with an error id and nothing more. */
@Provider
public class ThrowableMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable failure) {
        return ProblemResponse.of(Failures.problemOf(failure));
    }
}
