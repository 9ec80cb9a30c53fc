package dev.holdfast.admin.boundary;

import dev.holdfast.account.entity.CanonicalId;
import dev.holdfast.account.entity.PageRequest;
import dev.holdfast.admin.control.AccountReads;
import dev.holdfast.admin.entity.AccountFilter;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The accounts of all people, for callers with the role {@code admin}; the audit trail records each read. */
@Path("admin/accounts")
@RequestScoped
@Administration
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@APIResponse(responseCode = "401", description = "access_token_invalid or session_ended")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "503", description = "storage_unavailable")
public class AdminAccountsResource {

    @Inject JsonWebToken caller;
    @Inject AccountReads reads;

    @GET
    @Operation(operationId = "searchAccounts", summary = "Accounts and how their grants stand")
    @Parameter(name = "q", description = "Part of the e-mail address or the name, or a whole account id")
    @Parameter(name = "grant", description = "Only accounts whose grant stands so: active, degraded, scope_short, revoked,"
            + " reauth_required, blocked_by_policy or client_rejected; none: only accounts without a grant")
    @Parameter(name = "disabled", description = "true: only disabled accounts; false: only the others")
    @Parameter(name = "frozen", description = "true: only accounts that are frozen because Google reports the Google account as"
            + " disabled; false: only the others")
    @Parameter(name = "sort", description = "newest (if absent), last_signed_in, name or email")
    @Parameter(name = "limit", description = "1 to 100, 25 if absent")
    @Parameter(name = "before", description = "next of the page before, in the same order")
    @APIResponse(responseCode = "200", description = "One page",
            content = @Content(schema = @Schema(implementation = AdminAccountsView.class)))
    @APIResponse(responseCode = "400", description = "invalid_request")
    public Response accounts(@QueryParam("q") @Nullable String text, @QueryParam("grant") @Nullable String grant,
            @QueryParam("disabled") @Nullable String disabled, @QueryParam("frozen") @Nullable String frozen,
            @QueryParam("sort") @Nullable String sort, @QueryParam("limit") @Nullable String limit,
            @QueryParam("before") @Nullable String before) {
        return AccountFilter.parse(text, grant, disabled, frozen, sort, limit, before)
                .map(filter -> Response.ok(AdminAccountsView.of(reads.search(admin(), filter))).build())
                .orElseGet(() -> ProblemResponse.of(Problem.of(ProblemCode.INVALID_REQUEST)));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getAccountAsAdmin", summary = "One account and its grant at Google")
    @APIResponse(responseCode = "200", description = "The account",
            content = @Content(schema = @Schema(implementation = AdminAccountDetails.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    public Response account(@Parameter(description = "Id of the account") @PathParam("id") String id) {
        return found(CanonicalId.parse(id).flatMap(account -> reads.account(admin(), account)
                .map(overview -> new AdminAccountDetails(AdminAccountView.of(overview),
                        reads.grantOf(account).map(AdminGrantView::of).orElse(null)))));
    }

    @GET
    @Path("{id}/sessions")
    @Operation(operationId = "listSessionsAsAdmin", summary = "Its live sessions, the most recently used first")
    @APIResponse(responseCode = "200", description = "The sessions",
            content = @Content(schema = @Schema(implementation = AdminSessionsView.class)))
    @APIResponse(responseCode = "404", description = "not_found")
    public Response sessions(@Parameter(description = "Id of the account") @PathParam("id") String id) {
        return found(CanonicalId.parse(id).flatMap(account -> reads.sessionsOf(admin(), account)).map(AdminSessionsView::of));
    }

    @GET
    @Path("{id}/activity")
    @Operation(operationId = "listActivityAsAdmin", summary = "What happened to it, newest first")
    @Parameter(name = "limit", description = "1 to 100, 25 if absent")
    @Parameter(name = "before", description = "next of the page before")
    @APIResponse(responseCode = "200", description = "One page",
            content = @Content(schema = @Schema(implementation = AdminActivityView.class)))
    @APIResponse(responseCode = "400", description = "invalid_request")
    @APIResponse(responseCode = "404", description = "not_found")
    public Response activity(@Parameter(description = "Id of the account") @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
        return PageRequest.parse(limit, before)
                .map(page -> found(CanonicalId.parse(id).flatMap(account ->
                        reads.activityOf(admin(), account, page.limit(), page.before())).map(AdminActivityView::of)))
                .orElseGet(() -> ProblemResponse.of(Problem.of(ProblemCode.INVALID_REQUEST)));
    }

    private UUID admin() {
        return UUID.fromString(caller.getSubject());
    }

    private static Response found(Optional<?> view) {
        return view.map(found -> Response.ok(found).build())
                .orElseGet(() -> ProblemResponse.of(Problem.of(ProblemCode.NOT_FOUND)));
    }
}
