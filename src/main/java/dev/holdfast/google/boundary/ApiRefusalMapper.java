package dev.holdfast.google.boundary;

import com.google.api.client.http.HttpResponseException;
import dev.holdfast.google.api.ApiProblems;
import dev.holdfast.problem.ProblemResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a Google API's refusal that a resource did not handle; the answer contains none of the refusal's text. */
@Provider
public class ApiRefusalMapper implements ExceptionMapper<HttpResponseException> {

    @Inject ApiProblems problems;

    @Override
    public Response toResponse(HttpResponseException refusal) {
        return ProblemResponse.of(problems.of(refusal));
    }
}
