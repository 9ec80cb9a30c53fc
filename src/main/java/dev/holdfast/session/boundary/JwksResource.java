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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The public keys of the access JWT (RFC 7517), for whoever else is to accept it. */
@Path("jwks.json")
@RequestScoped
public class JwksResource {

    @Inject SessionKeys keys;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Public keys of the access token")
    @APIResponse(responseCode = "200", description = "A JWK set")
    public Response jwks() {
        return Response.ok(keys.jwkSet())
                .header("Cache-Control", "public, max-age=" + keys.jwkSetMaxAge().toSeconds())
                .build();
    }
}
