package dev.holdfast.session.boundary;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import dev.holdfast.session.control.BrowserSession;
import dev.holdfast.session.control.RefreshRotation;
import dev.holdfast.session.control.Refreshed;
import dev.holdfast.session.control.Sessions;
import dev.holdfast.session.entity.IdempotencyKey;
import dev.holdfast.session.entity.RefreshToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The session's own endpoints: refresh and sign out, both with the cookie alone. */
@Path("")
@RequestScoped
@Tag(name = "Session")
@APIResponse(responseCode = "403", description = "cross_site_request")
@APIResponse(responseCode = "503", description = "storage_unavailable; the cookie stays")
public class TokenResource {

    private static final String KEY_HEADER = "Idempotency-Key";

    @Inject BrowserSession browser;
    @Inject RefreshRotation rotation;
    @Inject RefreshMetrics metrics;
    @Inject Sessions sessions;

    @Context HttpServletRequest request;

    @POST
    @Path("token/refresh")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "refreshToken",
            summary = "A fresh access token for the refresh cookie, which is rotated")
    @Parameter(name = KEY_HEADER, in = ParameterIn.HEADER, description = "A fresh random value for each refresh, 16 to 128"
            + " visible ASCII characters; repeated on a retry of the same one. A refresh that came with a key is repeated for that key alone",
            schema = @Schema(type = SchemaType.STRING, minLength = 16, maxLength = 128))
    @APIResponse(responseCode = "200", description = "Token response; a rotated refresh cookie comes along",
            headers = @Header(name = "Set-Cookie", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(responseCode = "204", description = "No refresh cookie: an anonymous visitor")
    @APIResponse(responseCode = "400", description = "invalid_request: malformed Idempotency-Key, or the cookie came twice")
    @APIResponse(responseCode = "401", description = "session_ended")
    @APIResponse(responseCode = "409", description = "refresh_superseded: a late copy of an earlier refresh; nothing has"
            + " ended, the cookie stays, and a refresh with a fresh key gets a token")
    public Response refresh() {
        List<String> keys = Collections.list(request.getHeaders(KEY_HEADER));
        if (keys.size() > 1 || !keys.stream().allMatch(IdempotencyKey::isWellFormed)) {
            return malformed(KEY_HEADER + " is one value of 16 to 128 visible ASCII characters.");
        }
        if (browser.isAmbiguous()) {
            return malformed("The refresh cookie came more than once.");
        }
        if (browser.isAnonymous()) {
            metrics.count(RefreshResult.ANONYMOUS);
            return Response.noContent().header("Cache-Control", "no-store").build();
        }
        return browser.presented()
                .map(token -> answer(refreshed(token, keys.stream().findFirst(), RefreshArrival.of(request))))
                .orElseGet(this::notGenuine);
    }

    /** The former session ends once the latest one goes on; where the latest is over, the browser still has the former. */
    private Refreshed refreshed(RefreshToken latest, Optional<String> key, Instant arrivedAt) {
        Refreshed outcome = metrics.measure(() -> rotation.refresh(latest, key, arrivedAt));
        Optional<RefreshToken> former = browser.former();
        if (former.isEmpty() || outcome instanceof Refreshed.Superseded) {
            return outcome;
        }
        if (!(outcome instanceof Refreshed.Issued)) {
            return metrics.measure(() -> rotation.refresh(former.get(), key, arrivedAt));
        }
        sessions.end(former.get().sessionId(), EndReason.SIGNED_OUT);
        return outcome;
    }

    @POST
    @Path("logout")
    @Operation(operationId = "logout", summary = "Ends the session of the refresh cookie and clears it")
    @APIResponse(responseCode = "204", description = "Signed out, whatever cookie came",
            headers = @Header(name = "Set-Cookie", schema = @Schema(type = SchemaType.STRING)))
    public Response logout() {
        browser.allSessionIds().forEach(session -> sessions.end(session, EndReason.SIGNED_OUT));
        browser.drop();
        // Not "cache": nothing personal is ever cacheable, and Chromium holds the answer back until its cache is cleared.
        return Response.noContent().header("Cache-Control", "no-store")
                .header("Clear-Site-Data", "\"storage\"").build();
    }

    private Response answer(Refreshed outcome) {
        if (outcome instanceof Refreshed.Issued issued) {
            browser.keep(issued.refreshToken(), issued.endsAt());
            return Response.ok(TokenResponse.of(issued)).header("Cache-Control", "no-store").build();
        }
        if (outcome instanceof Refreshed.Superseded) {
            return ProblemResponse.of(Problem.of(ProblemCode.REFRESH_SUPERSEDED));
        }
        return ended(outcome.toldReason());
    }

    private Response notGenuine() {
        metrics.count(RefreshResult.NOT_GENUINE);
        return ended(Optional.empty());
    }

    /** Whatever is wrong with it, this cookie will never be good again. */
    private Response ended(Optional<EndReason> reason) {
        browser.drop();
        return ProblemResponse.of(Problem.of(ProblemCode.SESSION_ENDED)
                .withReason(reason.map(EndReason::code).orElse(null)));
    }

    private Response malformed(String detail) {
        metrics.count(RefreshResult.MALFORMED);
        return ProblemResponse.of(Problem.of(ProblemCode.INVALID_REQUEST).withDetail(detail));
    }
}
