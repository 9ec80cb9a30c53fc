package dev.holdfast.admin.boundary;

import dev.holdfast.admin.control.AccountCounts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Counts that name no person, the same as in the metrics; the audit trail does not record reading them. */
@Path("admin/overview")
@RequestScoped
@Administration
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@APIResponse(responseCode = "401", description = "access_token_invalid or session_ended")
@APIResponse(responseCode = "403", description = "forbidden")
@APIResponse(responseCode = "503", description = "storage_unavailable")
public class OverviewResource {

    @Inject AccountCounts counts;

    @GET
    @Operation(operationId = "getOverview", summary = "How many accounts, live sessions and grants there are")
    @APIResponse(responseCode = "200", description = "The numbers",
            content = @Content(schema = @Schema(implementation = OverviewView.class)))
    public OverviewView overview() {
        return OverviewView.of(counts.latest());
    }
}
