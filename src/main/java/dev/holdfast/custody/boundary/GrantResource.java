package dev.holdfast.custody.boundary;

import dev.holdfast.custody.care.CheckedGrant;
import dev.holdfast.custody.care.GrantCheck;
import dev.holdfast.custody.client.AccessProblems;
import dev.holdfast.custody.grant.Grants;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's grant at Google: its health, never a token of it. */
@Path("google/grant")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Google")
@APIResponse(responseCode = "401", description = "access_token_invalid or session_ended")
@APIResponse(responseCode = "503", description = "storage_unavailable")
public class GrantResource {

    @Inject JsonWebToken caller;
    @Inject Grants grants;
    @Inject GrantCheck check;
    @Inject GoogleConfig google;

    @GET
    @Operation(operationId = "getGrant", summary = "How my grant at Google stands")
    @APIResponse(responseCode = "200", description = "Its health",
            content = @Content(schema = @Schema(implementation = GrantView.class)))
    @APIResponse(responseCode = "404", description = "not_found: there is none")
    public Response health() {
        return grants.find(UUID.fromString(caller.getSubject()))
                .map(grant -> Response.ok(GrantView.of(grant, google.scopes())).build())
                .orElseGet(() -> ProblemResponse.of(Problem.of(ProblemCode.NOT_FOUND)));
    }

    @POST
    @Path("check")
    @Operation(operationId = "checkGrant", summary = "Ask Google now how my grant stands",
            description = "One forced refresh, shared by callers at the same time. Within ten seconds of a check the answer is"
                    + " what that check found. Status degraded: Google did not answer as it should, and the stored access"
                    + " token is still valid.")
    @APIResponse(responseCode = "200", description = "Its health, with checked_at",
            content = @Content(schema = @Schema(implementation = CheckedGrantView.class)))
    @APIResponse(responseCode = "401", description = "access_token_invalid, session_ended or google_access_lost")
    @APIResponse(responseCode = "403", description = "cross_site_request")
    @APIResponse(responseCode = "404", description = "not_found: there is none")
    @APIResponse(responseCode = "503", description = "google_unavailable or storage_unavailable")
    public Response check() {
        CheckedGrant checked = check.check(UUID.fromString(caller.getSubject()));
        if (checked instanceof CheckedGrant.Known known) {
            return Response.ok(CheckedGrantView.of(known, google.scopes())).build();
        }
        return ProblemResponse.of(checked instanceof CheckedGrant.Refused refused
                ? AccessProblems.of(refused.why(), Problem.HOME) : Problem.of(ProblemCode.NOT_FOUND));
    }

    @DELETE
    @Operation(operationId = "disconnectGoogle",
            summary = "Disconnect from Google: revoke there, delete here, end all my sessions")
    @APIResponse(responseCode = "204", description = "Disconnected, even if Google has still to hear of it")
    public Response disconnect() {
        grants.disconnect(UUID.fromString(caller.getSubject()));
        return Response.noContent().build();
    }
}
