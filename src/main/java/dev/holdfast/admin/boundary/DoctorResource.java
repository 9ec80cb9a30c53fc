package dev.holdfast.admin.boundary;

import dev.holdfast.admin.control.CheckUps;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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

/** A check-up of this installation, for callers with the role {@code admin}. */
@Path("admin/doctor")
@RequestScoped
@Administration
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@APIResponse(responseCode = "401", description = "access_token_invalid or session_ended")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "503", description = "storage_unavailable, or google_unavailable while the first one is under way")
public class DoctorResource {

    private static final long UNDER_WAY_SECONDS = 10;

    @Inject JsonWebToken caller;
    @Inject CheckUps checkUps;

    @GET
    @Operation(operationId = "checkUp",
            summary = "A check-up of this server: the classic mistakes and their cures; asks Google three things")
    @APIResponse(responseCode = "200", description = "What was found",
            content = @Content(schema = @Schema(implementation = DoctorView.class)))
    public Response checkUp() {
        return checkUps.make(UUID.fromString(caller.getSubject()))
                .map(made -> Response.ok(DoctorView.of(made.at(), made.findings())).build())
                .orElseGet(() -> ProblemResponse.of(Problem.of(ProblemCode.GOOGLE_UNAVAILABLE).withRetryAfter(UNDER_WAY_SECONDS)
                        .withDetail("The first check-up of this server is under way.")));
    }
}
