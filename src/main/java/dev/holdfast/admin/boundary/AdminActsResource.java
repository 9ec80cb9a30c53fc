package dev.holdfast.admin.boundary;

import dev.holdfast.account.entity.CanonicalId;
import dev.holdfast.admin.control.AccountActs;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The acts of administrators on an account. Each act is safe to repeat and is recorded in the audit trail. */
@Path("admin/accounts")
@RequestScoped
@Administration
@RolesAllowed("admin")
@Tag(name = "Administration")
@APIResponse(responseCode = "204", description = "Done, now or before")
@APIResponse(responseCode = "401", description = "access_token_invalid or session_ended")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "404", description = "not_found")
@APIResponse(responseCode = "503", description = "storage_unavailable")
public class AdminActsResource {

    @Inject JsonWebToken caller;
    @Inject AccountActs acts;

    @DELETE
    @Path("{id}/sessions")
    @Operation(operationId = "endSessionsAsAdmin", summary = "End all its sessions, everywhere within a second")
    public Response endSessions(@Parameter(description = "Id of the account") @PathParam("id") String id) {
        return done(id, account -> acts.endSessions(admin(), account));
    }

    @DELETE
    @Path("{id}/sessions/{session}")
    @Operation(operationId = "endSessionAsAdmin", summary = "End one of its sessions")
    public Response endSession(@Parameter(description = "Id of the account") @PathParam("id") String id,
            @Parameter(description = "Id of the session") @PathParam("session") String session) {
        return done(id, account -> CanonicalId.parse(session)
                .filter(parsed -> acts.endSession(admin(), account, parsed)).isPresent());
    }

    @PUT
    @Path("{id}/disabled")
    @Operation(operationId = "disableAccount",
            summary = "Disable it: its sessions end, and no sign-in with it succeeds until it is enabled again")
    @APIResponse(responseCode = "409", description = "own_account: administrators cannot disable their own account")
    public Response disable(@Parameter(description = "Id of the account") @PathParam("id") String id) {
        return admin().toString().equals(id)
                ? ProblemResponse.of(Problem.of(ProblemCode.OWN_ACCOUNT))
                : done(id, account -> acts.disable(admin(), account));
    }

    @DELETE
    @Path("{id}/disabled")
    @Operation(operationId = "enableAccount", summary = "Enable it again, also if Google's report froze it")
    public Response enable(@Parameter(description = "Id of the account") @PathParam("id") String id) {
        return done(id, account -> acts.enable(admin(), account));
    }

    private Response done(String id, Predicate<UUID> act) {
        return CanonicalId.parse(id).filter(act).isPresent()
                ? Response.noContent().build() : ProblemResponse.of(Problem.of(ProblemCode.NOT_FOUND));
    }

    private UUID admin() {
        return UUID.fromString(caller.getSubject());
    }
}
