package dev.holdfast.gateway.boundary;

import dev.holdfast.gateway.control.Gateway;
import dev.holdfast.gateway.control.GatewayConfig;
import dev.holdfast.gateway.control.GatewayOutcome;
import dev.holdfast.gateway.entity.CheckedRequest;
import dev.holdfast.gateway.entity.GatewayApi;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Any Google API that the operator has configured, at its own paths, called with the caller's token at Google. */
@Path("google/{api}/{path: .+}")
@RequestScoped
@RolesAllowed("user")
@Tag(name = "Gateway")
@APIResponse(responseCode = "200", description = "Google's answer with Google's status; anything but JSON, event streams,"
        + " plain text and pictures as an attachment",
        content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
@APIResponse(responseCode = "400", description = "invalid_request: the path, the query or a header holds something that never"
        + " passes, or Google cannot read the request")
@APIResponse(responseCode = "401", description = "access_token_invalid, session_ended or google_access_lost")
@APIResponse(responseCode = "403", description = "google_scope_missing or google_forbidden, with a google_reason where it is"
        + " known")
@APIResponse(responseCode = "404", description = "not_found: no such API, no rule opens the path, or nothing is there")
@APIResponse(responseCode = "405", description = "method_not_allowed: rules open the path for the methods in Allow")
@APIResponse(responseCode = "409", description = "conflict")
@APIResponse(responseCode = "410", description = "gone")
@APIResponse(responseCode = "412", description = "precondition_failed")
@APIResponse(responseCode = "413", description = "payload_too_large")
@APIResponse(responseCode = "416", description = "range_not_satisfiable")
@APIResponse(responseCode = "429", description = "too_many_requests or google_rate_limited")
@APIResponse(responseCode = "502", description = "google_error or google_not_enabled")
@APIResponse(responseCode = "503", description = "google_unavailable or storage_unavailable")
public class GatewayResource {

    @Inject Gateway gateway;
    @Inject GatewayConfig config;
    @Inject GatewayProblems problems;
    @Inject GatewayMetrics metrics;
    @Inject JsonWebToken caller;
    @Context HttpServletRequest request;
    @Context HttpServletResponse response;

    @PathParam("api")
    @Parameter(description = "Name of a configured API, such as calendar")
    String api;

    @PathParam("path")
    @Parameter(description = "Path below the root of the API, of any number of segments. It and the method are reachable only"
            + " if a rule of the operator's opens them")
    String path;

    @GET
    @Operation(operationId = "getFromGoogle",
            summary = "Read from a configured Google API; HEAD reads the headers, if a rule opens it")
    public Response get() {
        return passed();
    }

    @HEAD
    @Operation(hidden = true)
    public Response head() {
        return passed();
    }

    @POST
    @Operation(operationId = "postToGoogle", summary = "Create at a configured Google API, or call a method of it")
    public Response post() {
        return passed();
    }

    @PUT
    @Operation(operationId = "putToGoogle", summary = "Replace something at a configured Google API")
    public Response put() {
        return passed();
    }

    @PATCH
    @Operation(operationId = "patchAtGoogle", summary = "Change something at a configured Google API")
    public Response patch() {
        return passed();
    }

    @DELETE
    @Operation(operationId = "deleteAtGoogle", summary = "Delete something at a configured Google API")
    public Response delete() {
        return passed();
    }

    private Response passed() {
        RawAddress address = RawAddress.of(request);
        Optional<GatewayApi> configured = config.api(address.api());
        return configured.map(known -> passed(known, address))
                .orElseGet(() -> ProblemResponse.of(Problem.of(ProblemCode.NOT_FOUND)));
    }

    private Response passed(GatewayApi known, RawAddress address) {
        GatewayOutcome outcome = gateway.call(UUID.fromString(caller.getSubject()), known, address.asked(request));
        metrics.count(known.name(), outcome);
        if (outcome instanceof GatewayOutcome.Answered answered) {
            return PassedHead.of(answered.answer(), request.getMethod(), passedBody(known, answered));
        }
        Response refusal = ProblemResponse.of(problems.of(outcome));
        return outcome instanceof GatewayOutcome.NotAllowed no && no.why() instanceof CheckedRequest.MethodClosed closed
                ? Response.fromResponse(refusal).header(HttpHeaders.ALLOW, String.join(", ", closed.methods())).build()
                : refusal;
    }

    private PassedAnswer passedBody(GatewayApi known, GatewayOutcome.Answered answered) {
        ClientConnection connection = ClientConnectionFilter.of(request);
        return new PassedAnswer(answered.answer(), response::flushBuffer, () -> {
            metrics.countBroken(known.name());
            connection.breakOff(known.name());
        });
    }
}
