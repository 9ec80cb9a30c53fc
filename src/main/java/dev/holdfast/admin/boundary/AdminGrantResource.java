package dev.holdfast.admin.boundary;

import dev.holdfast.account.entity.CanonicalId;
import dev.holdfast.admin.control.AccountGrantChecks;
import dev.holdfast.admin.control.AccountReads;
import dev.holdfast.custody.care.CheckedGrant;
import dev.holdfast.custody.client.AccessProblems;
import dev.holdfast.custody.grant.Grant;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asks Google for the state of an account's grant, for callers with the role {@code admin}. */
@Path("admin/accounts/{id}/grant")
@RequestScoped
@Administration
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@APIResponse(responseCode = "401", description = "access_token_invalid or session_ended")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "503", description = "google_unavailable or storage_unavailable")
public class AdminGrantResource {

    @Inject JsonWebToken caller;
    @Inject AccountGrantChecks checks;
    @Inject AccountReads reads;
    @Inject Clock clock;

    @POST
    @Path("check")
    @Operation(operationId = "checkGrantAsAdmin", summary = "Ask Google now how its grant stands",
            description = "One forced refresh, at most once in ten seconds for an account; within these the answer is what"
                    + " that check found. A refusal by Google is an answer too: its status tells, and the account's sessions"
                    + " have ended.")
    @APIResponse(responseCode = "200", description = "How it stands now",
            content = @Content(schema = @Schema(implementation = AdminCheckedGrantView.class)))
    @APIResponse(responseCode = "404", description = "not_found: no such account, or it has no grant")
    public Response check(@Parameter(description = "Id of the account") @PathParam("id") String id) {
        return CanonicalId.parse(id).map(account -> answer(account, checks.check(admin(), account)))
                .orElseGet(AdminGrantResource::notFound);
    }

    private Response answer(UUID account, CheckedGrant checked) {
        if (checked instanceof CheckedGrant.Known known) {
            return found(known.grant(), known.checkedAt());
        }
        if (checked instanceof CheckedGrant.Refused refused) {
            return refused.why() instanceof Acquired.Lost ? lost(account)
                    : ProblemResponse.of(AccessProblems.of(refused.why(), Problem.HOME));
        }
        return notFound();
    }

    /** Answers with the stored grant: Google's refusal is the result, and the administrator's own access is not lost. */
    private Response lost(UUID account) {
        return reads.grantOf(account).map(dead -> found(dead, dead.lastAskedAt().orElseGet(clock::instant)))
                .orElseGet(AdminGrantResource::notFound);
    }

    private static Response found(Grant grant, Instant checkedAt) {
        return Response.ok(new AdminCheckedGrantView(checkedAt, AdminGrantView.of(grant))).build();
    }

    private static Response notFound() {
        return ProblemResponse.of(Problem.of(ProblemCode.NOT_FOUND));
    }

    private UUID admin() {
        return UUID.fromString(caller.getSubject());
    }
}
