package dev.holdfast.admin.boundary;

import dev.holdfast.account.entity.PageRequest;
import dev.holdfast.admin.control.AuditReads;
import dev.holdfast.admin.entity.AuditQuery;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit trail of administrators' reads and acts, for callers with the role {@code admin}. */
@Path("admin/audit")
@RequestScoped
@Administration
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@APIResponse(responseCode = "401", description = "access_token_invalid or session_ended")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "503", description = "storage_unavailable")
public class AuditResource {

    @Inject JsonWebToken caller;
    @Inject AuditReads reads;

    @GET
    @Operation(operationId = "listAuditTrail", summary = "What administrators looked at and did, newest first")
    @Parameter(name = "admin", description = "Only acts of this account")
    @Parameter(name = "account", description = "Only acts on this account")
    @Parameter(name = "type", description = "Only acts of this type: accounts_listed, account_viewed, sessions_viewed,"
            + " activity_viewed, audit_viewed, check_up_made, session_ended, sessions_ended, account_disabled,"
            + " account_enabled, grant_checked, signals_connected, signals_taken_over, or refused: a person who is no"
            + " administrator asked for what only those may")
    @Parameter(name = "looks", description = "false leaves out acts that only looked at something")
    @Parameter(name = "limit", description = "1 to 100, 25 if absent")
    @Parameter(name = "before", description = "next of the page before")
    @APIResponse(responseCode = "200", description = "One page",
            content = @Content(schema = @Schema(implementation = AuditView.class)))
    @APIResponse(responseCode = "400", description = "invalid_request")
    public Response audit(@QueryParam("admin") @Nullable String admin, @QueryParam("account") @Nullable String account,
            @QueryParam("type") @Nullable String type, @QueryParam("looks") @Nullable String looks,
            @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
        return PageRequest.parse(limit, before)
                .flatMap(page -> AuditQuery.parse(admin, account, type, looks, page))
                .map(query -> Response.ok(AuditView.of(reads.page(UUID.fromString(caller.getSubject()), query))).build())
                .orElseGet(() -> ProblemResponse.of(Problem.of(ProblemCode.INVALID_REQUEST)));
    }
}
