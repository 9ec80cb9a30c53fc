package dev.holdfast.session.boundary;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.problem.StorageFailure;
import dev.holdfast.session.control.AccessTokens;
import dev.holdfast.session.control.EndedSessions;
import dev.holdfast.session.control.MarkedAccounts;
import dev.holdfast.session.control.RevocationFeed;
import dev.holdfast.session.entity.AccessClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Authenticates {@code Authorization: Bearer} (RFC 6750 section 2.1, the header alone) in process and presents the caller
 * as a MicroProfile {@code JsonWebToken}. It never answers a request itself: {@link BearerFilter} sends the refusals.
 */
@ApplicationScoped
public class BearerAuthentication implements HttpAuthenticationMechanism {

    private static final String PROTECTED = "/api/";
    private static final String SCHEME = "Bearer ";

    /** The key by which Jakarta Authentication section 3.8.4 passes the authentication type. */
    private static final String AUTH_TYPE = "jakarta.servlet.http.authType";

    @Inject AccessTokens accessTokens;
    @Inject EndedSessions endedSessions;
    @Inject MarkedAccounts marked;
    @Inject RevocationFeed feed;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response,
            HttpMessageContext context) {
        // Without it Liberty assumes Basic authentication, and answers 500 if the credentials are not Basic ones.
        context.getMessageInfo().getMap().put(AUTH_TYPE, SCHEME.strip());
        if (!request.getRequestURI().startsWith(request.getContextPath() + PROTECTED)) {
            return context.doNothing();
        }
        Optional<String> token = tokenOf(request);
        Optional<AccessClaims> claims = token.flatMap(accessTokens::verify);
        BearerVerdict verdict = claims.map(this::judge).orElseGet(BearerVerdict.Invalid::new);
        request.setAttribute(BearerVerdict.ATTRIBUTE, verdict);
        if (!(verdict instanceof BearerVerdict.Accepted)) {
            return context.doNothing();
        }
        AccessTokenPrincipal caller = new AccessTokenPrincipal(claims.orElseThrow(), token.orElseThrow());
        return context.notifyContainerAboutLogin(caller, caller.getGroups());
    }

    private BearerVerdict judge(AccessClaims claims) {
        Optional<EndReason> ended = endedSessions.reasonOf(claims.sessionId());
        if (ended.isPresent()) {
            return new BearerVerdict.Ended(ended.get());
        }
        if (endedSessions.mayHaveForgotten(claims.issuedAt())) {
            return new BearerVerdict.Invalid();
        }
        return feed.isCurrent() ? judgeByDatabase(claims) : new BearerVerdict.Unknown();
    }

    /** Asks the database only if many sessions of the account have ended lately, and then once for each session. */
    private BearerVerdict judgeByDatabase(AccessClaims claims) {
        try {
            return marked.whyOver(claims.accountId(), claims.sessionId()).<BearerVerdict>map(BearerVerdict.Ended::new)
                    .orElseGet(BearerVerdict.Accepted::new);
        } catch (RuntimeException failure) {
            if (StorageFailure.isCauseOf(failure)) {
                return new BearerVerdict.Unknown();
            }
            throw failure;
        }
    }

    private static Optional<String> tokenOf(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        return headers.size() == 1 && headers.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(headers.get(0).substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
