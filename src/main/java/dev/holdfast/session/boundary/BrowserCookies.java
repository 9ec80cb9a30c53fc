package dev.holdfast.session.boundary;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.session.control.BrowserSession;
import dev.holdfast.session.control.RefreshTokens;
import dev.holdfast.session.control.SessionReads;
import dev.holdfast.session.entity.RefreshToken;
import dev.holdfast.session.entity.SentCookies;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.TransactionalException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads and writes the refresh cookies, as the only class to do so. It tells a {@link BrowserSession} what came with a
 * request, and writes the {@code Set-Cookie} headers for what that session holds in the end.
 */
@ApplicationScoped
class BrowserCookies {

    @Inject RefreshCookie cookie;
    @Inject RefreshTokens refreshTokens;
    @Inject SessionReads sessions;
    @Inject @DatabaseTime Clock clock;

    public void read(HttpServletRequest request, BrowserSession browser) {
        SentCookies sent = SentCookies.parse(Collections.list(request.getHeaders("Cookie")));
        List<Optional<RefreshToken>> cookies = cookie.valuesOf(sent).stream().map(refreshTokens::read).toList();
        List<Optional<RefreshToken>> arrivals = cookie.arrivalsOf(sent).stream().map(refreshTokens::read).toList();
        browser.present(cookies, arrivals);
        if (browser.former().filter(ordinary -> isLatest(ordinary, browser)).isPresent()) {
            browser.arrivalIsFormer();
        }
    }

    /** Returns the {@code Set-Cookie} headers of the answer; none if the browser keeps what it has. */
    public List<String> headersFor(BrowserSession browser) {
        List<String> headers = new ArrayList<>();
        browser.kept().ifPresent(token -> keep(token, browser, headers));
        if (browser.isDropped()) {
            headers.add(cookie.dropping());
            dropArrival(browser, headers);
        }
        return headers;
    }

    /** Whether a session that the browser presented lives, or may live because the database could not be read. */
    boolean hasALivingSession(BrowserSession browser) {
        return browser.presentedSessionIds().stream().anyMatch(this::mayLive);
    }

    private void keep(Secret token, BrowserSession browser, List<String> headers) {
        if (browser.isKeptApart()) {
            headers.add(cookie.keepingApart(token, browser.keptUntil(), clock.instant()));
        } else {
            headers.add(cookie.keeping(token, browser.keptUntil(), clock.instant()));
            dropArrival(browser, headers);
        }
    }

    private void dropArrival(BrowserSession browser, List<String> headers) {
        if (browser.hasArrival()) {
            headers.add(cookie.droppingArrival());
        }
    }

    /**
     * Whether the ordinary cookie's session is the live one that began last. Of two concurrent sign-ins the later one is
     * the browser's session, although it could not see the cookie of the other.
     */
    private boolean isLatest(RefreshToken ordinary, BrowserSession browser) {
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
}
