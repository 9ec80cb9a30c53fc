package dev.holdfast.session.boundary;

import dev.holdfast.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Gives every {@code sign_in} link the caller's address, so that a permission is asked of the person who lacks it. */
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

    /** {@code upn} is the subject where Google has told no address. */
    private static boolean hasAddress(JsonWebToken caller) {
        return caller.getName() != null && !caller.getName().equals(caller.getSubject());
    }
}
