package dev.holdfast.signin.boundary;

import dev.holdfast.session.control.BrowserSession;
import dev.holdfast.session.entity.SentCookies;
import dev.holdfast.signin.control.SignInStart;
import dev.holdfast.signin.entity.Begun;
import dev.holdfast.signin.entity.SignInDeparture;
import dev.holdfast.signin.entity.SignInDeparture.NotNow;
import dev.holdfast.signin.entity.SignInDeparture.ToGoogle;
import dev.holdfast.signin.entity.SignInRedirect;
import dev.holdfast.signin.entity.SignInRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Collections;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The start of a sign-in: sends the browser to Google. */
@Path("/login")
@RequestScoped
@PermitAll
@Tag(name = "Sign-in")
public class LoginResource {

    @Inject SignInStart signInStart;
    @Inject BrowserSession browserSession;
    @Inject FlowCookies cookies;
    @Inject Redirects redirects;
    @Inject SignInMetrics metrics;
    @Context HttpServletRequest request;

    @GET
    @Operation(operationId = "login",
            summary = "Sign in with Google", description = "For top-level navigation, not for script.")
    @Parameter(name = "return_to", description = "The path of a page on this origin to come back to,"
            + " 600 characters at most; anything else means /")
    @Parameter(name = "login_hint", description = "E-mail address of the account to offer")
    @Parameter(name = "scope", description = "Optional scopes to ask for in addition; unknown ones are ignored. From a"
            + " browser with a live session the request belongs to that person: the session goes on, and if another person"
            + " comes back from Google, nothing changes (/login?reason=other_account)")
    @Parameter(name = "prompt", description = "consent: Google shows its consent page at once, for a person whose access"
            + " Google has refused; select_account: Google lets the person choose another account. Any other value, and any"
            + " at all in a navigation from another site, is ignored",
            schema = @Schema(type = SchemaType.STRING, enumeration = {"consent", "select_account"}))
    @APIResponse(responseCode = "302", description = "To Google's authorization endpoint",
            headers = @Header(name = "Set-Cookie", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "303", description = "To /login?reason=google_unavailable, or storage_unavailable; or to"
            + " /login, to begin by a click, if another site's page asks while four sign-ins are under way in this browser")
    @APIResponse(responseCode = "403", description = "cross_site_request: in a frame")
    public Response login(@QueryParam("return_to") @Nullable String returnTo,
            @QueryParam("login_hint") @Nullable String loginHint, @QueryParam("scope") @Nullable String scope,
            @QueryParam("prompt") @Nullable String prompt) {
        SignInRequest asked = SignInRequest.parse(returnTo, loginHint, scope, prompt).begun(
                Begun.by(Collections.list(request.getHeaders("Sec-Fetch-Site"))), browserSession.presentedSessionIds());
        SignInDeparture departure = signInStart.first(asked);
        return departure instanceof ToGoogle toGoogle
                ? leave(toGoogle.redirect()).build()
                : redirects.toLogin(metrics.count(((NotNow) departure).reason()), asked.returnTo()).build();
    }

    private ResponseBuilder leave(SignInRedirect redirect) {
        SentCookies sent = SentCookies.parse(Collections.list(request.getHeaders(HttpHeaders.COOKIE)));
        return cookies.keep(redirect.transaction(), sent.all()).map(kept -> {
            ResponseBuilder response = redirects.to(redirect.authorizationRequest(), Response.Status.FOUND);
            kept.forEach(cookie -> response.header(HttpHeaders.SET_COOKIE, cookie));
            return response;
        }).orElseGet(() -> redirects.toLogin(redirect.transaction().returnTo()));
    }
}
