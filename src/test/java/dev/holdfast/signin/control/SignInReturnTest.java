package dev.holdfast.signin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.openid.CodeExchange;
import dev.holdfast.google.openid.ExchangeOutcome;
import dev.holdfast.google.openid.ExchangeOutcome.Refusal;
import dev.holdfast.session.entity.SessionOrigin;
import dev.holdfast.signin.entity.AuthorizationResponse;
import dev.holdfast.signin.entity.BrowserFlows;
import dev.holdfast.signin.entity.LoginReason;
import dev.holdfast.signin.entity.QueryString;
import dev.holdfast.signin.entity.SignInResult.Refused;
import dev.holdfast.signin.entity.SignInTransaction;
import dev.holdfast.signin.entity.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that end before Google is asked, so there is no code exchange here. */
class SignInReturnTest {

    private static final String ISS = "&iss=" + GoogleAtHome.ISSUER;

    private static final SessionOrigin ORIGIN = new SessionOrigin("127.0.0.1", "test");
    private static final BrowserFlows NONE = new BrowserFlows(Optional.empty(), false);

    private final SignInTransaction begun = Transactions.transaction("state");
    private final StateValues states = Seals.states();
    private final SignInReturn signIn = signIn(states);

    @ParameterizedTest
    @ValueSource(strings = {"", "state=state", "state=state&code=c&error=e", "state=state&code=c&code=c",
        "state=state&state=state&code=c", "state=state&code=c&iss=a&iss=a"})
    void arriveWhenMalformedThenRefused(String query) {
        assertEquals(LoginReason.SIGN_IN_REFUSED, arrive(query, Optional.of(begun), Transactions.BEGUN));
    }

    /** RFC 6749 section 10.12: state MUST be bound to the browser. */
    @Test
    void arriveWhenThisBrowserKeepsNoTransactionOfAnUnknownStateThenExpired() {
        assertEquals(LoginReason.SIGN_IN_EXPIRED, arrive("state=state&code=c" + ISS, Optional.empty(),
                Transactions.BEGUN));
    }

    /**
     * Cookies are blocked, or the answer came to another browser than the one that began, even if that one has sign-ins of
     * its own.
     */
    @Test
    void arriveWhenAStateOfOursComesWithoutItsCookieThenCookiesAreMissing() {
        String answer = "state=" + states.fresh(Transactions.BEGUN).reveal() + "&code=c" + ISS;

        assertEquals(LoginReason.COOKIES_MISSING, arrive(answer, NONE, Transactions.BEGUN.plusSeconds(599)));
        assertEquals(LoginReason.SIGN_IN_EXPIRED, arrive(answer, NONE, Transactions.BEGUN.plusSeconds(600)),
                "after ten minutes the browser has thrown it away");
        assertEquals(LoginReason.SIGN_IN_EXPIRED, arrive(answer, new BrowserFlows(Optional.empty(), true),
                Transactions.BEGUN), "it has come, and does not open");
    }

    @Test
    void arriveWhenTheStateWasUsedHereThenExpiredAlthoughItsCookieHasGone() {
        SignInTransaction ours = Transactions.transaction(states.fresh(Transactions.BEGUN).reveal());
        String answer = "state=" + ours.protection().state().reveal() + "&error=access_denied" + ISS;

        assertEquals(LoginReason.CANCELLED, arrive(answer, Optional.of(ours), Transactions.BEGUN));
        assertEquals(LoginReason.SIGN_IN_EXPIRED, arrive(answer, NONE, Transactions.BEGUN));
    }

    @Test
    void arriveWhenRefusedThenTheWayBackIsKnown() {
        Refused refused = (Refused) signIn.arrive(answer("state=state&error=access_denied"),
                new BrowserFlows(Optional.of(begun), true), ORIGIN);

        assertEquals(begun.returnTo(), refused.returnTo());
    }

    @Test
    void arriveWhenStateIsAnothersThenExpired() {
        assertEquals(LoginReason.SIGN_IN_EXPIRED, arrive("state=other&code=c" + ISS, Optional.of(begun),
                Transactions.BEGUN));
    }

    @Test
    void arriveWhenTenMinutesAreOverThenExpired() {
        assertEquals(LoginReason.SIGN_IN_EXPIRED, arrive("state=state&code=c" + ISS, Optional.of(begun),
                Transactions.BEGUN.plusSeconds(600)));
    }

    /** RFC 9207 section 2.4: a wrong iss MUST be rejected, whether with a code or with an error. */
    @ParameterizedTest
    @ValueSource(strings = {"code=c&iss=https://evil.example", "code=c&iss=", "error=access_denied&iss=https://evil.example",
        "code=c&iss=" + GoogleAtHome.ISSUER + "/"})
    void arriveWhenIssuerIsAnotherThenRefused(String answer) {
        assertEquals(LoginReason.SIGN_IN_REFUSED, arrive("state=state&" + answer, Optional.of(begun),
                Transactions.BEGUN));
    }

    @ParameterizedTest
    @CsvSource({"access_denied, CANCELLED", "server_error, GOOGLE_UNAVAILABLE",
        "temporarily_unavailable, GOOGLE_UNAVAILABLE", "invalid_scope, SIGN_IN_REFUSED"})
    void arriveWhenGoogleSendsAnErrorThenItsReason(String error, LoginReason reason) {
        assertEquals(reason, arrive("state=state&error=" + error + ISS, Optional.of(begun), Transactions.BEGUN));
        assertEquals(reason, arrive("state=state&error=" + error, Optional.of(begun), Transactions.BEGUN));
    }

    @ParameterizedTest
    @CsvSource({"CODE_SPENT, SIGN_IN_EXPIRED", "CLIENT_REJECTED, GOOGLE_CLIENT_REJECTED",
        "ID_TOKEN_INVALID, SIGN_IN_REFUSED", "OTHER, SIGN_IN_REFUSED"})
    void reasonOfWhenExchangeIsRefusedThenWhatThePersonIsTold(Refusal refusal, LoginReason reason) {
        assertEquals(reason, SignInReturn.reasonOf(refusal));
    }

    /** An exchange that was turned away leaves the code valid and uses up neither of its two exchanges. */
    @Test
    void arriveWhenThereWasNoRoomForItsExchangeThenItHasBothYet() {
        AtomicReference<ExchangeOutcome> outcome = new AtomicReference<>(new ExchangeOutcome.TurnedAway());
        AtomicInteger asked = new AtomicInteger();
        signIn.codeExchange = new CodeExchange() {
            @Override
            public ExchangeOutcome exchange(Secret code, Secret codeVerifier, String nonce) {
                asked.incrementAndGet();
                return outcome.get();
            }
        };
        for (int time = 0; time < 5; time++) {
            assertEquals(LoginReason.GOOGLE_UNAVAILABLE, arrive("state=state&code=c" + ISS, Optional.of(begun), Transactions.BEGUN));
        }
        outcome.set(new ExchangeOutcome.Unavailable());
        for (int time = 0; time < 2; time++) {
            assertEquals(LoginReason.GOOGLE_UNAVAILABLE, arrive("state=state&code=c" + ISS, Optional.of(begun), Transactions.BEGUN));
        }

        assertEquals(LoginReason.SIGN_IN_EXPIRED, arrive("state=state&code=c" + ISS, Optional.of(begun), Transactions.BEGUN));
        assertEquals(7, asked.get());
    }

    private LoginReason arrive(String query, Optional<SignInTransaction> begun, Instant now) {
        return arrive(query, new BrowserFlows(begun, begun.isPresent()), now);
    }

    private LoginReason arrive(String query, BrowserFlows flows, Instant now) {
        signIn.clock = Clock.fixed(now, ZoneOffset.UTC);
        return ((Refused) signIn.arrive(answer(query), flows, ORIGIN)).reason();
    }

    private static AuthorizationResponse answer(String query) {
        return AuthorizationResponse.of(QueryString.parse(query).orElseThrow());
    }

    private static SignInReturn signIn(StateValues states) {
        SignInReturn signIn = new SignInReturn();
        signIn.callbackIssuer = GoogleAtHome.configured().callbackIssuer();
        signIn.seal = Seals.seal();
        signIn.states = states;
        signIn.spentFlows = new SpentFlows();
        signIn.clock = Clock.fixed(Transactions.BEGUN, ZoneOffset.UTC);
        return signIn;
    }
}
