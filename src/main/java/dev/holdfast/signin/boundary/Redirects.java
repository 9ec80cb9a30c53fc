package dev.holdfast.signin.boundary;

import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.signin.entity.LoginReason;
import dev.holdfast.signin.entity.ReturnTo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The redirects of sign-in: to our own origin as configured, whatever the {@code Host} header says, or to Google. */
@ApplicationScoped
public class Redirects {

    @Inject PublicUrl publicUrl;

    /**
     * Redirects to a page with 303, as RFC 9700 section 4.12 wants it: the browser repeats nothing of the callback's
     * request.
     */
    ResponseBuilder toPage(ReturnTo page) {
        return Response.seeOther(publicUrl.resolve(page.path()));
    }

    /**
     * Redirects to the login page. If it makes sense to try again, the page keeps the address the person wanted to go to.
     */
    ResponseBuilder toLogin(LoginReason reason, ReturnTo page) {
        String wayBack = reason.tells(page) ? "&" + parameter(page) : "";
        return Response.seeOther(publicUrl.resolve("/login?reason=" + reason.code() + wayBack));
    }

    /** Redirects to the login page, so that the person begins the sign-in with a click. */
    ResponseBuilder toLogin(ReturnTo page) {
        return Response.seeOther(publicUrl.resolve("/login?" + parameter(page)));
    }

    private static String parameter(ReturnTo page) {
        return "return_to=" + URLEncoder.encode(page.path(), StandardCharsets.UTF_8);
    }

    ResponseBuilder to(URI authorizationRequest, Response.Status status) {
        return Response.status(status).location(authorizationRequest);
    }
}
