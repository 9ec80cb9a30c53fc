package dev.holdfast.account.boundary;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.control.Timeline;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.account.entity.Erasure;
import dev.holdfast.account.entity.PageRequest;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
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

/** The caller's own account; there is no way to name another. */
@Path("/account")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
@APIResponse(responseCode = "401", description = "access_token_invalid or session_ended")
@APIResponse(responseCode = "503", description = "storage_unavailable")
public class AccountResource {

    @Inject Accounts accounts;
    @Inject Timeline timeline;
    @Inject JsonWebToken caller;

    @GET
    @Operation(operationId = "getAccount", summary = "Who I am")
    @APIResponse(responseCode = "200", description = "The profile as of the last sign-in",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response account() {
        return accounts.find(callerId())
                .map(account -> Response.ok(AccountView.of(account)).build())
                .orElseGet(() -> ProblemResponse.of(Problem.of(ProblemCode.ACCESS_TOKEN_INVALID)));
    }

    @GET
    @Path("/activity")
    @Operation(operationId = "listActivity", summary = "What happened to my account, newest first")
    @Parameter(name = "limit", description = "1 to 100, 25 if absent")
    @Parameter(name = "before", description = "next of the page before")
    @APIResponse(responseCode = "200", description = "One page",
            content = @Content(schema = @Schema(implementation = TimelineView.class)))
    @APIResponse(responseCode = "400", description = "invalid_request")
    public Response activity(@QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
        return PageRequest.parse(limit, before)
                .map(page -> timeline.page(callerId(), page.limit(), page.before()))
                .map(page -> Response.ok(TimelineView.of(page)).build())
                .orElseGet(() -> ProblemResponse.of(Problem.of(ProblemCode.INVALID_REQUEST)));
    }

    @DELETE
    @Operation(operationId = "eraseAccount", summary = "Erase everything about me, and the permission at Google",
            description = "An account that an administrator has just disabled stays as it is: session_ended.")
    @APIResponse(responseCode = "204", description = "Forgotten; all sessions have ended")
    public Response erase() {
        return accounts.erase(callerId()) == Erasure.DISABLED
                ? ProblemResponse.of(Problem.of(ProblemCode.SESSION_ENDED).withReason(EndReason.ACCOUNT_DISABLED.code()))
                : Response.noContent().build();
    }

    private UUID callerId() {
        return UUID.fromString(caller.getSubject());
    }
}
