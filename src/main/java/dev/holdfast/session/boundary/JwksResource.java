package dev.holdfast.session.boundary;

import dev.holdfast.session.control.SessionKeys;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys of the access JWT (RFC 7517), for other services that accept it. */
@Path("jwks.json")
@RequestScoped
@Tag(name = "Session")
public class JwksResource {

    @Inject SessionKeys keys;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getKeys", summary = "Public keys of the access token")
    @APIResponse(responseCode = "200", description = "A JWK set",
            headers = @Header(name = "Cache-Control", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(ref = "JwkSet")))
    @APIResponse(responseCode = "503", description = "storage_unavailable")
    public Response jwks() {
        return Response.ok(keys.jwkSet())
                .header("Cache-Control", "public, max-age=" + keys.jwkSetMaxAge().toSeconds())
                .build();
    }
}
