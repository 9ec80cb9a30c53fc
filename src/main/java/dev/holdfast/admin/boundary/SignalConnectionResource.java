package dev.holdfast.admin.boundary;

import dev.holdfast.account.entity.PlainText;
import dev.holdfast.admin.control.SignalConnections;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

/** Connects Google's security signals, for callers with the role {@code admin}. */
@Path("admin/doctor/signals")
@RequestScoped
@Administration
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@APIResponse(responseCode = "401", description = "access_token_invalid or session_ended")
@APIResponse(responseCode = "403", description = "forbidden")
public class SignalConnectionResource {

    private static final long UNDER_WAY_SECONDS = 10;

    @Inject JsonWebToken caller;
    @Inject SignalConnections connections;

    @GET
    @Operation(operationId = "getSignalSetup",
            summary = "Whether security signals are received, and the latest verification event")
    @APIResponse(responseCode = "200", description = "What this server knows, without asking Google",
            content = @Content(schema = @Schema(implementation = SignalSetupView.class)))
    @APIResponse(responseCode = "503", description = "storage_unavailable")
    public SignalSetupView setup() {
        return SignalSetupView.of(connections.setup());
    }

    @POST
    @Operation(operationId = "connectSignals", summary = "Make Google send its security signals here",
            description = "Reads the service account's key, makes or repairs the stream of the Google Cloud project, and asks"
                    + " for a verification event whose text is the value state. If the stream delivers elsewhere, the outcome is"
                    + " foreign, the value found tells where, and nothing is changed.")
    @Parameter(name = "replace", description = "The value found of the answer before, of at most 500 characters: the stream is"
            + " taken away from there")
    @APIResponse(responseCode = "200", description = "What came of it, also if Google refused it",
            content = @Content(schema = @Schema(implementation = DoctorView.Item.class)))
    @APIResponse(responseCode = "400", description = "invalid_request")
    @APIResponse(responseCode = "503", description = "storage_unavailable, or server_busy while another attempt is under way")
    public Response connect(@QueryParam("replace") @Nullable String replace) {
        if (replace != null && (replace.isBlank() || replace.length() > PlainText.LONGEST_URL)) {
            return ProblemResponse.of(Problem.of(ProblemCode.INVALID_REQUEST));
        }
        return connections.connect(UUID.fromString(caller.getSubject()), Optional.ofNullable(replace))
                .map(finding -> Response.ok(DoctorView.Item.of(finding)).build())
                .orElseGet(() -> ProblemResponse.of(Problem.of(ProblemCode.SERVER_BUSY).withRetryAfter(UNDER_WAY_SECONDS)
                        .withDetail("Another attempt to connect the signals is under way.")));
    }
}
