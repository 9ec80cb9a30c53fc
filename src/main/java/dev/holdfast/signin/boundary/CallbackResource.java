package dev.holdfast.signin.boundary;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.session.entity.SentCookie;
import dev.holdfast.session.entity.SentCookies;
import dev.holdfast.session.entity.SessionOrigin;
import dev.holdfast.signin.control.SignInReturn;
import dev.holdfast.signin.entity.AuthorizationResponse;
import dev.holdfast.signin.entity.AuthorizationResponse.Malformed;
import dev.holdfast.signin.entity.QueryString;
import dev.holdfast.signin.entity.SignInRedirect;
import dev.holdfast.signin.entity.SignInResult;
import dev.holdfast.signin.entity.SignInResult.ConsentRequired;
import dev.holdfast.signin.entity.SignInResult.Consented;
import dev.holdfast.signin.entity.SignInResult.Refused;
import dev.holdfast.signin.entity.SignInResult.SignedIn;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The redirect URI: redirects at once, whatever Google's answer is, so that the answer leaves the address bar. */
@Path("/callback")
@RequestScoped
@PermitAll
@Tag(name = "Sign-in")
public class CallbackResource {

    @Inject SignInReturn signIn;
    @Inject FlowCookies cookies;
    @Inject Redirects redirects;
    @Inject SignInMetrics metrics;
    @Context HttpServletRequest request;

    @GET
    @Operation(operationId = "callback",
            summary = "Google's answer", description = "The redirect URI of the client at Google.")
    @APIResponse(responseCode = "303", description = "To the page asked for; or once more to Google for lasting"
            + " access; or to /login?reason=",
            headers = @Header(name = "Set-Cookie", schema = @Schema(type = SchemaType.STRING)))
    public Response callback() {
        AuthorizationResponse answer = QueryString.parse(request.getQueryString())
                .map(AuthorizationResponse::of).orElseGet(() -> new Malformed(List.of()));
        List<SentCookie> sent = SentCookies.parse(Collections.list(request.getHeaders(HttpHeaders.COOKIE))).all();
        SessionOrigin origin = new SessionOrigin(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
        SignInResult result = metrics.count(signIn.arrive(answer, cookies.flows(sent, answer.givenStates()), origin));
        ResponseBuilder response = tell(result, cookies.besides(answer.givenStates(), sent));
        answer.givenStates().forEach(state -> delete(state, response));
        return response.build();
    }

    private ResponseBuilder tell(SignInResult result, List<SentCookie> others) {
        if (result instanceof SignedIn signedIn) {
            return redirects.toPage(signedIn.returnTo());
        }
        if (result instanceof Consented consented) {
            return redirects.toPage(consented.returnTo());
        }
        if (result instanceof ConsentRequired consentRequired) {
            return leave(consentRequired.redirect(), others);
        }
        Refused refused = (Refused) result;
        return redirects.toLogin(refused.reason(), refused.returnTo());
    }

    private ResponseBuilder leave(SignInRedirect redirect, List<SentCookie> others) {
        ResponseBuilder response = redirects.to(redirect.authorizationRequest(), Response.Status.SEE_OTHER);
        cookies.keep(redirect.transaction(), others).stream().flatMap(List::stream)
                .forEach(cookie -> response.header(HttpHeaders.SET_COOKIE, cookie));
        return response;
    }

    /** Deletes the cookie of a state, because a state is accepted once. */
    private void delete(Secret state, ResponseBuilder response) {
        response.header(HttpHeaders.SET_COOKIE, cookies.delete(state));
    }
}
