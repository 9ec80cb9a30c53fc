package dev.holdfast.signin.control;

import dev.holdfast.google.openid.CallbackIssuer;
import dev.holdfast.google.openid.CodeExchange;
import dev.holdfast.google.openid.ExchangeOutcome;
import dev.holdfast.google.openid.ExchangeOutcome.Exchanged;
import dev.holdfast.session.entity.SessionOrigin;
import dev.holdfast.signin.entity.AuthorizationResponse;
import dev.holdfast.signin.entity.AuthorizationResponse.Failed;
import dev.holdfast.signin.entity.AuthorizationResponse.Granted;
import dev.holdfast.signin.entity.AuthorizationResponse.Malformed;
import dev.holdfast.signin.entity.BrowserFlows;
import dev.holdfast.signin.entity.LoginReason;
import dev.holdfast.signin.entity.SignInResult;
import dev.holdfast.signin.entity.SignInResult.Refused;
import dev.holdfast.signin.entity.SignInTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Handles the return from Google, in the order of RFC 6749 section 4.1.2 and OpenID Connect Core section 3.1.3. No
 * transaction is open while Google is asked.
 */
@ApplicationScoped
public class SignInReturn {

    @Inject CallbackIssuer callbackIssuer;
    @Inject CodeExchange codeExchange;
    @Inject Admission admission;
    @Inject TransactionSeal seal;
    @Inject SpentFlows spentFlows;
    @Inject StateValues states;
    @Inject Clock clock;

    /**
     * Always returns a result: if anything fails, the person is told so on a page of ours and the code leaves the
     * address bar. {@code flows} holds the sign-ins that this browser keeps.
     */
    public SignInResult arrive(AuthorizationResponse answer, BrowserFlows flows, SessionOrigin origin) {
        SignInResult result = judgeSafely(answer, flows, origin);
        if (result instanceof Refused refused) {
            SignInLog.refused(refused.reason(), origin.address());
        }
        return result;
    }

    private SignInResult judgeSafely(AuthorizationResponse answer, BrowserFlows flows, SessionOrigin origin) {
        try {
            return judge(answer, flows, origin);
        } catch (RuntimeException broken) {
            SignInLog.broke(broken);
            return new Refused(LoginReason.SIGN_IN_REFUSED);
        }
    }

    private SignInResult judge(AuthorizationResponse answer, BrowserFlows flows, SessionOrigin origin) {
        if (answer instanceof Malformed) {
            return new Refused(LoginReason.SIGN_IN_REFUSED);
        }
        return flows.answered().filter(transaction -> isOpenFor(answer, transaction))
                .map(transaction -> withWayBack(answered(answer, transaction, origin), transaction))
                .orElseGet(() -> new Refused(isUnspentOfOurs(answer) && !flows.cookieCame()
                        ? LoginReason.COOKIES_MISSING
                        : LoginReason.SIGN_IN_EXPIRED));
    }

    private static SignInResult withWayBack(SignInResult result, SignInTransaction transaction) {
        return result instanceof Refused refused ? new Refused(refused.reason(), transaction.returnTo()) : result;
    }

    private boolean isUnspentOfOurs(AuthorizationResponse answer) {
        Instant now = clock.instant();
        return answer.givenStates().stream().allMatch(state -> !spentFlows.isSpent(seal.flowOf(state), now)
                && states.madeAt(state).filter(made -> now.isBefore(made.plus(SignInTransaction.LIFETIME))).isPresent());
    }

    private boolean isOpenFor(AuthorizationResponse answer, SignInTransaction transaction) {
        return transaction.isOpenAt(clock.instant()) && answer.givenStates().stream().allMatch(transaction::isOf);
    }

    private SignInResult answered(AuthorizationResponse answer, SignInTransaction transaction, SessionOrigin origin) {
        spentFlows.note(seal.flowOf(transaction.protection().state()), clock.instant());
        if (answer instanceof Granted granted && issuerAcceptable(granted.issuers())) {
            return exchange(granted, transaction, origin);
        }
        if (answer instanceof Failed failed && issuerAcceptable(failed.issuers())) {
            return new Refused(LoginReason.ofError(failed.error()));
        }
        return new Refused(LoginReason.SIGN_IN_REFUSED);
    }

    private boolean issuerAcceptable(List<String> issuers) {
        return callbackIssuer.issuerAcceptable(issuers);
    }

    /**
     * Exchanges the code. A client that holds a flow's cookie can invent codes for it, so a flow has two exchanges at
     * most.
     */
    private SignInResult exchange(Granted granted, SignInTransaction transaction, SessionOrigin origin) {
        String flow = seal.flowOf(granted.state());
        if (!spentFlows.takeExchange(flow, clock.instant())) {
            return new Refused(LoginReason.SIGN_IN_EXPIRED);
        }
        ExchangeOutcome outcome = codeExchange.exchange(granted.code(), transaction.protection().codeVerifier(),
                transaction.protection().nonce().reveal());
        if (outcome instanceof Exchanged exchanged) {
            return admission.admit(exchanged, transaction, origin);
        }
        if (outcome instanceof ExchangeOutcome.TurnedAway) {
            spentFlows.giveBack(flow);
        }
        return new Refused(outcome instanceof ExchangeOutcome.Refused refused
                ? reasonOf(refused.refusal())
                : LoginReason.GOOGLE_UNAVAILABLE);
    }

    static LoginReason reasonOf(ExchangeOutcome.Refusal refusal) {
        return switch (refusal) {
            case CODE_SPENT -> LoginReason.SIGN_IN_EXPIRED;
            case CLIENT_REJECTED -> LoginReason.GOOGLE_CLIENT_REJECTED;
            case ID_TOKEN_INVALID, OTHER -> LoginReason.SIGN_IN_REFUSED;
        };
    }
}
