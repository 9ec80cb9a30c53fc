package dev.holdfast.session.boundary;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemWriter;
import dev.holdfast.session.control.BrowserSession;
import dev.holdfast.session.control.RefreshRotation;
import dev.holdfast.session.control.Refreshed;
import dev.holdfast.session.control.Sessions;
import dev.holdfast.session.entity.IdempotencyKey;
import dev.holdfast.session.entity.RefreshToken;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /auth/token/refresh}: returns a new access token for the refresh cookie, which is rotated.
 * {@code META-INF/openapi.yaml} describes the answers. It is a servlet because every signed-in tab repeats it every few
 * minutes: see docs/decisions/0030.
 */
public class TokenRefreshServlet extends HttpServlet {

    private static final String KEY_HEADER = "Idempotency-Key";
    private static final String METHODS = "POST, OPTIONS";

    @Inject transient BrowserCookies cookies;
    @Inject transient RefreshRotation rotation;
    @Inject transient RefreshMetrics metrics;
    @Inject transient Sessions sessions;
    @Inject transient SenderScope sender;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("POST")) {
            try {
                refresh(request, response);
            } catch (RuntimeException failure) {
                ProblemWriter.writeFailure(failure, response);
            }
        } else if (request.getMethod().equals("OPTIONS")) {
            response.setHeader("Allow", METHODS);
        } else {
            notAllowed(response);
        }
    }

    /** Liberty refuses TRACE itself, with a stack trace in the log, if a servlet does not define what it does then. */
    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response) throws IOException {
        notAllowed(response);
    }

    private static void notAllowed(HttpServletResponse response) throws IOException {
        response.setHeader("Allow", METHODS);
        ProblemWriter.write(Problem.of(ProblemCode.METHOD_NOT_ALLOWED), response);
    }

    private void refresh(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> keys = Collections.list(request.getHeaders(KEY_HEADER));
        BrowserSession browser = new BrowserSession();
        cookies.read(request, browser);
        if (!AcceptedForm.isJsonFor(request)) {
            ProblemWriter.write(Problem.of(ProblemCode.NOT_ACCEPTABLE), response);
        } else if (keys.size() > 1 || !keys.stream().allMatch(IdempotencyKey::isWellFormed)) {
            malformed(KEY_HEADER + " is one value of 16 to 128 visible ASCII characters.", response);
        } else if (browser.isAmbiguous()) {
            malformed("The refresh cookie came more than once.", response);
        } else if (browser.isAnonymous()) {
            metrics.count(RefreshLabels.ANONYMOUS);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (browser.presented().isEmpty()) {
            metrics.count(RefreshLabels.NOT_GENUINE);
            ended(Optional.empty(), browser, response);
        } else {
            answer(refreshed(browser, keys.stream().findFirst(), request), browser, response);
        }
    }

    /**
     * Refreshes the presented session, and then ends the browser's other one. If the presented token is refused,
     * refreshes the other session instead; a superseded request changes neither.
     */
    private Refreshed refreshed(BrowserSession browser, Optional<String> key, HttpServletRequest request) {
        Refreshed outcome = refreshed(browser.presented().orElseThrow(), key, request);
        Optional<RefreshToken> former = browser.former();
        if (former.isEmpty() || outcome instanceof Refreshed.Superseded) {
            return outcome;
        }
        if (!(outcome instanceof Refreshed.Issued)) {
            return refreshed(former.get(), key, request);
        }
        return sender.within(request, () -> {
            sessions.end(former.get().sessionId(), EndReason.SIGNED_OUT);
            return outcome;
        });
    }

    private Refreshed refreshed(RefreshToken token, Optional<String> key, HttpServletRequest request) {
        return metrics.measure(() -> rotation.refresh(token, key, RefreshArrival.of(request),
                judging -> sender.within(request, judging)));
    }

    private void answer(Refreshed outcome, BrowserSession browser, HttpServletResponse response) throws IOException {
        if (outcome instanceof Refreshed.Issued issued) {
            browser.keep(issued.refreshToken(), issued.endsAt());
            tell(browser, response);
            TokenResponse.write(issued, response);
        } else if (outcome instanceof Refreshed.Superseded) {
            ProblemWriter.write(Problem.of(ProblemCode.REFRESH_SUPERSEDED), response);
        } else {
            ended(outcome.toldReason(), browser, response);
        }
    }

    /** Answers that the session is over and drops its cookie, which can never become valid again. */
    private void ended(Optional<EndReason> reason, BrowserSession browser, HttpServletResponse response) throws IOException {
        browser.drop();
        tell(browser, response);
        ProblemWriter.write(Problem.of(ProblemCode.SESSION_ENDED)
                .withReason(reason.map(EndReason::code).orElse(null)), response);
    }

    private void tell(BrowserSession browser, HttpServletResponse response) {
        cookies.headersFor(browser).forEach(header -> response.addHeader("Set-Cookie", header));
    }

    private void malformed(String detail, HttpServletResponse response) throws IOException {
        metrics.count(RefreshLabels.MALFORMED);
        ProblemWriter.write(Problem.of(ProblemCode.INVALID_REQUEST).withDetail(detail), response);
    }
}
