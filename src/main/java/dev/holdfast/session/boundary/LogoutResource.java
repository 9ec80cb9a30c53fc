package dev.holdfast.session.boundary;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.session.control.BrowserSession;
import dev.holdfast.session.control.Sessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signs out with the refresh cookie alone, without an access token. */
@Path("")
@RequestScoped
@Tag(name = "Session")
@APIResponse(responseCode = "403", description = "cross_site_request")
@APIResponse(responseCode = "503", description = "storage_unavailable; the cookie stays")
public class LogoutResource {

    @Inject BrowserSession browser;
    @Inject Sessions sessions;

    @POST
    @Path("logout")
    @Operation(operationId = "logout", summary = "Ends the session of the refresh cookie and clears it")
    @APIResponse(responseCode = "204", description = "Signed out, whatever cookie came",
            headers = @Header(name = "Set-Cookie", schema = @Schema(type = SchemaType.STRING)))
    public Response logout() {
        browser.allSessionIds().forEach(session -> sessions.end(session, EndReason.SIGNED_OUT));
        browser.drop();
        // Without "cache": personal data is never cacheable, and Chromium would delay the answer until its cache is
        // cleared.
        return Response.noContent().header("Cache-Control", "no-store")
                .header("Clear-Site-Data", "\"storage\"").build();
    }
}
