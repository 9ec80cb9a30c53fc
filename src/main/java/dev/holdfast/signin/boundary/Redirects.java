package dev.holdfast.signin.boundary;

import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.signin.entity.LoginReason;
import dev.holdfast.signin.entity.ReturnTo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;

/** Where sign-in sends a browser: on our own origin as configured, whatever the {@code Host} header says, or to Google. */
@ApplicationScoped
public class Redirects {

    @Inject PublicUrl publicUrl;

    /** 303 as RFC 9700 section 4.12 wants it: nothing of the callback's request is repeated. */
    ResponseBuilder toPage(ReturnTo page) {
        return Response.seeOther(publicUrl.resolve(page.path()));
    }

    ResponseBuilder toLogin(LoginReason reason) {
        return Response.seeOther(publicUrl.resolve("/login?reason=" + reason.code()));
    }

    ResponseBuilder to(URI authorizationRequest, Response.Status status) {
        return Response.status(status).location(authorizationRequest);
    }
}
