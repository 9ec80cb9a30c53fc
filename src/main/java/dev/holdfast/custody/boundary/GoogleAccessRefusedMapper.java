package dev.holdfast.custody.boundary;

import dev.holdfast.custody.client.AccessProblems;
import dev.holdfast.custody.client.GoogleAccessRefused;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Maps custody's refusal, if a resource lets it pass, to the problem of the contract. */
@Provider
public class GoogleAccessRefusedMapper implements ExceptionMapper<GoogleAccessRefused> {

    @Override
    public Response toResponse(GoogleAccessRefused refused) {
        return ProblemResponse.of(AccessProblems.of(refused.why(), Problem.HOME));
    }
}
