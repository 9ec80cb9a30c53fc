package dev.holdfast.admin.boundary;

import dev.holdfast.admin.control.CheckUps;
import dev.holdfast.admin.control.CheckUps.CheckUp;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is wrong with this installation, for people with the role {@code admin}. */
@Path("admin/doctor")
@RequestScoped
@Administration
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@APIResponse(responseCode = "401", description = "access_token_invalid or session_ended")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "503", description = "storage_unavailable")
public class DoctorResource {

    @Inject JsonWebToken caller;
    @Inject CheckUps checkUps;

    @GET
    @Operation(operationId = "checkUp",
            summary = "A check-up of this server: the classic mistakes and their cures; asks Google three things")
    @APIResponse(responseCode = "200", description = "What was found",
            content = @Content(schema = @Schema(implementation = DoctorView.class)))
    public DoctorView checkUp() {
        CheckUp made = checkUps.make(UUID.fromString(caller.getSubject()));
        return DoctorView.of(made.at(), made.findings());
    }
}
