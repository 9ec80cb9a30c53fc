package dev.holdfast.google.boundary;

import dev.holdfast.google.api.ApiProblems;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.problem.ProblemResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a failed call to a Google API that a resource did not handle. */
@Provider
public class GoogleTroubleMapper implements ExceptionMapper<GoogleTrouble> {

    @Inject ApiProblems problems;

    @Override
    public Response toResponse(GoogleTrouble trouble) {
        return ProblemResponse.of(problems.of(trouble));
    }
}
