package dev.holdfast.admin.boundary;

import dev.holdfast.account.entity.Administrators;
import dev.holdfast.admin.control.AccountReads;
import dev.holdfast.admin.control.Refusals;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemResponse;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Refuses a caller who is no administrator now, even if the access token still says so (OWASP ASVS 8.3.2). It runs before
 * the roles of the token are checked, so that the audit trail records each kind of refusal.
 */
@Provider
@Administration
@Priority(Priorities.AUTHORIZATION - 1)
public class AdministratorFilter implements ContainerRequestFilter {

    @Inject JsonWebToken caller;
    @Inject AccountReads reads;
    @Inject Refusals refusals;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean toldSo = caller.getGroups() != null && caller.getGroups().contains(Administrators.ADMIN);
        if (!toldSo || !reads.isAdministrator(UUID.fromString(caller.getSubject()))) {
            refusals.refused(UUID.fromString(caller.getSubject()));
            request.abortWith(ProblemResponse.of(Problem.of(ProblemCode.FORBIDDEN)));
        }
    }
}
