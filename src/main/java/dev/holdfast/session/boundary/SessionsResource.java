package dev.holdfast.session.boundary;

import dev.holdfast.account.entity.CanonicalId;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.account.entity.PageRequest;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import dev.holdfast.session.control.SessionReads;
import dev.holdfast.session.control.Sessions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
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

/** Lists the caller's live sessions, and ends them. */
@Path("sessions")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session")
@APIResponse(responseCode = "401", description = "access_token_invalid or session_ended")
@APIResponse(responseCode = "503", description = "storage_unavailable")
public class SessionsResource {

    private static final int MOST = 100;

    @Inject JsonWebToken caller;
    @Inject SessionReads reads;
    @Inject Sessions sessions;

    @GET
    @Operation(operationId = "listSessions", summary = "My live sessions, the newest sign-in first")
    @Parameter(name = "limit", description = "1 to 100, 100 if absent")
    @Parameter(name = "before", description = "next of the page before; absent: from the top")
    @APIResponse(responseCode = "200", description = "The sessions",
            content = @Content(schema = @Schema(implementation = SessionsView.class)))
    @APIResponse(responseCode = "400", description = "invalid_request")
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("before") @Nullable String before) {
        return PageRequest.parse(limit, before, MOST)
                .map(page -> Response.ok(SessionsView.of(reads.pageOf(account(), page), current())).build())
                .orElseGet(() -> ProblemResponse.of(Problem.of(ProblemCode.INVALID_REQUEST)
                        .withDetail("limit is 1 to 100; before is the next of another page.")));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "endSession", summary = "End one of my sessions")
    @APIResponse(responseCode = "204", description = "It has ended, now or before")
    @APIResponse(responseCode = "404", description = "not_found: none of mine")
    public Response end(@Parameter(description = "Id of the session") @PathParam("id") String id) {
        Optional<UUID> session = CanonicalId.parse(id);
        if (session.isEmpty() || !sessions.endOwn(account(), session.get(), reasonFor(session.get()))) {
            return ProblemResponse.of(Problem.of(ProblemCode.NOT_FOUND));
        }
        return Response.noContent().build();
    }

    @DELETE
    @Operation(operationId = "endSessions", summary = "End all my other sessions, and with current=true this one too")
    @APIResponse(responseCode = "204", description = "They have ended")
    @APIResponse(responseCode = "400", description = "invalid_request")
    public Response endAll(@Parameter(description = "true or false; absent means false")
            @QueryParam("current") @Nullable String withCurrent) {
        if (withCurrent == null || "false".equals(withCurrent)) {
            sessions.endAllBut(account(), current(), EndReason.ENDED_ELSEWHERE);
        } else if ("true".equals(withCurrent)) {
            sessions.endAllAndOwn(account(), current(), EndReason.ENDED_ELSEWHERE);
        } else {
            return ProblemResponse.of(Problem.of(ProblemCode.INVALID_REQUEST).withDetail("current is true or false."));
        }
        return Response.noContent().build();
    }

    private EndReason reasonFor(UUID session) {
        return session.equals(current()) ? EndReason.SIGNED_OUT : EndReason.ENDED_ELSEWHERE;
    }

    private UUID account() {
        return UUID.fromString(caller.getSubject());
    }

    private UUID current() {
        return UUID.fromString(caller.getClaim("sid"));
    }
}
