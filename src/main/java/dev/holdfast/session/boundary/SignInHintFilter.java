package dev.holdfast.session.boundary;

import dev.holdfast.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Adds the caller's email address to every {@code sign_in} link, so that Google asks the person without the permission. */
@Provider
public class SignInHintFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem && problem.extensions().containsKey("sign_in")
                && request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken caller
                && hasAddress(caller)) {
            response.setEntity(problem.withLoginHint(caller.getName()));
        }
    }

    /** Whether the caller's name is an email address: {@code upn} is the subject if Google gave no address. */
    private static boolean hasAddress(JsonWebToken caller) {
        return caller.getName() != null && !caller.getName().equals(caller.getSubject());
    }
}
