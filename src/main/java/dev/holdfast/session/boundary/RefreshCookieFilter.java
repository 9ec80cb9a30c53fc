package dev.holdfast.session.boundary;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.session.control.BrowserSession;
import dev.holdfast.session.control.RefreshTokens;
import dev.holdfast.session.control.SessionReads;
import dev.holdfast.session.entity.RefreshToken;
import dev.holdfast.session.entity.SentCookies;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The only hand on the refresh cookies. It reads what came, writes what {@link BrowserSession} is to keep, and clears it
 * with every answer that says a session is over, unless the cookie belongs to another session, which lives.
 * It reads before the Bearer token is judged, for a refusal ends the request there.
 */
@Provider
@Priority(Priorities.AUTHENTICATION - 1)
public class RefreshCookieFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Set<ProblemCode> ENDINGS = Set.of(ProblemCode.SESSION_ENDED, ProblemCode.GOOGLE_ACCESS_LOST);

    @Inject RefreshCookie cookie;
    @Inject RefreshTokens refreshTokens;
    @Inject BrowserSession browser;
    @Inject SessionReads sessions;
    @Inject @DatabaseTime Clock clock;

    @Context HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        SentCookies sent = SentCookies.parse(Collections.list(servletRequest.getHeaders(HttpHeaders.COOKIE)));
        List<Optional<RefreshToken>> cookies = cookie.valuesOf(sent).stream().map(refreshTokens::read).toList();
        List<Optional<RefreshToken>> arrivals = cookie.arrivalsOf(sent).stream().map(refreshTokens::read).toList();
        browser.present(cookies, arrivals);
        if (browser.former().filter(this::isLatest).isPresent()) {
            browser.arrivalIsFormer();
        }
    }

    /** Of two sign-ins at once the later one is the browser's session, and it could not see the cookie of the other. */
    private boolean isLatest(RefreshToken ordinary) {
        try {
            return sessions.latestLiveOf(browser.presentedSessionIds()).filter(ordinary.sessionId()::equals).isPresent();
        } catch (PersistenceException | TransactionalException unknown) {
            return false;
        }
    }

    private boolean mayLive(UUID sessionId) {
        try {
            return sessions.isLive(sessionId);
        } catch (PersistenceException | TransactionalException unknown) {
            return true;
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        browser.kept().ifPresent(token -> keep(token, response));
        if (browser.isDropped() || saysEnded(response) && !belongsToALivingSession()) {
            set(response, cookie.dropping());
            dropArrival(response);
        }
    }

    private void keep(Secret token, ContainerResponseContext response) {
        if (browser.isKeptApart()) {
            set(response, cookie.keepingApart(token, browser.keptUntil(), clock.instant()));
        } else {
            set(response, cookie.keeping(token, browser.keptUntil(), clock.instant()));
            dropArrival(response);
        }
    }

    private void dropArrival(ContainerResponseContext response) {
        if (browser.hasArrival()) {
            set(response, cookie.droppingArrival());
        }
    }

    private static boolean saysEnded(ContainerResponseContext response) {
        return response.getEntity() instanceof Problem problem && ENDINGS.contains(problem.code());
    }

    private boolean belongsToALivingSession() {
        return browser.presentedSessionIds().stream().anyMatch(this::mayLive);
    }

    private static void set(ContainerResponseContext response, String header) {
        response.getHeaders().add(HttpHeaders.SET_COOKIE, header);
    }
}
