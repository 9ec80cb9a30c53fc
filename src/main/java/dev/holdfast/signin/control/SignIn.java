package dev.holdfast.signin.control;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.control.UniqueViolation;
import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.AccountProfile;
import dev.holdfast.custody.control.Grants;
import dev.holdfast.google.control.CallbackIssuer;
import dev.holdfast.google.control.CodeExchange;
import dev.holdfast.google.control.ExchangeOutcome;
import dev.holdfast.google.control.ExchangeOutcome.Exchanged;
import dev.holdfast.google.control.VerifiedIdToken;
import dev.holdfast.problem.StorageFailure;
import dev.holdfast.session.entity.SessionOrigin;
import dev.holdfast.signin.entity.Arrival;
import dev.holdfast.signin.entity.Arrival.OnceMore;
import dev.holdfast.signin.entity.Arrival.Refused;
import dev.holdfast.signin.entity.Arrival.SignedIn;
import dev.holdfast.signin.entity.AuthorizationResponse;
import dev.holdfast.signin.entity.AuthorizationResponse.Failed;
import dev.holdfast.signin.entity.AuthorizationResponse.Granted;
import dev.holdfast.signin.entity.AuthorizationResponse.Malformed;
import dev.holdfast.signin.entity.HostedDomains.EmailStatus;
import dev.holdfast.signin.entity.LoginReason;
import dev.holdfast.signin.entity.Round;
import dev.holdfast.signin.entity.SignInTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What happens when a person is back from Google, in the order of RFC 6749 section 4.1.2 and OpenID Connect Core section
 * 3.1.3. No transaction is open while Google is asked, and nothing is written for anybody who may not sign in.
 */
@ApplicationScoped
public class SignIn {

    @Inject CallbackIssuer callbackIssuer;
    @Inject CodeExchange codeExchange;
    @Inject SignInConfig config;
    @Inject Accounts accounts;
    @Inject Grants grants;
    @Inject Departures departures;
    @Inject SignInCompletion completion;
    @Inject Clock clock;

    /** {@code begun}: the transaction this browser keeps for the state of the answer, if it does. */
    public Arrival arrive(AuthorizationResponse answer, Optional<SignInTransaction> begun, SessionOrigin origin) {
        Arrival arrival = judge(answer, begun, origin);
        if (arrival instanceof Refused refused) {
            SignInLog.refused(refused.reason(), origin.address());
        }
        return arrival;
    }

    private Arrival judge(AuthorizationResponse answer, Optional<SignInTransaction> begun, SessionOrigin origin) {
        if (answer instanceof Malformed) {
            return new Refused(LoginReason.SIGN_IN_REFUSED);
        }
        Optional<SignInTransaction> open = begun.filter(transaction -> transaction.isOpenAt(clock.instant())
                && answer.givenStates().stream().anyMatch(transaction::isOf));
        return open.map(transaction -> answered(answer, transaction, origin))
                .orElseGet(() -> new Refused(LoginReason.SIGN_IN_EXPIRED));
    }

    private Arrival answered(AuthorizationResponse answer, SignInTransaction transaction, SessionOrigin origin) {
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

    private Arrival exchange(Granted granted, SignInTransaction transaction, SessionOrigin origin) {
        ExchangeOutcome outcome = codeExchange.exchange(granted.code(), transaction.protection().codeVerifier(),
                transaction.protection().nonce().reveal());
        if (outcome instanceof Exchanged exchanged) {
            return admit(exchanged, transaction, origin);
        }
        return new Refused(outcome instanceof ExchangeOutcome.Refused refused
                ? reasonOf(refused.refusal())
                : LoginReason.GOOGLE_UNAVAILABLE);
    }

    private static LoginReason reasonOf(ExchangeOutcome.Refusal refusal) {
        return switch (refusal) {
            case CODE_SPENT -> LoginReason.SIGN_IN_EXPIRED;
            case CLIENT_REJECTED -> LoginReason.GOOGLE_CLIENT_REJECTED;
            case ID_TOKEN_INVALID, OTHER -> LoginReason.SIGN_IN_REFUSED;
        };
    }

    private Arrival admit(Exchanged exchanged, SignInTransaction transaction, SessionOrigin origin) {
        VerifiedIdToken who = exchanged.idToken();
        EmailStatus email = who.emailVerified() ? EmailStatus.VERIFIED : EmailStatus.UNVERIFIED;
        if (!config.hostedDomains().admit(who.hostedDomain(), email)) {
            return new Refused(LoginReason.ACCOUNT_NOT_ALLOWED);
        }
        try {
            return welcome(exchanged, transaction, origin);
        } catch (RuntimeException failure) {
            if (!StorageFailure.isCauseOf(failure)) {
                throw failure;
            }
            SignInLog.storageFailed(failure);
            return new Refused(LoginReason.STORAGE_UNAVAILABLE);
        }
    }

    private Arrival welcome(Exchanged exchanged, SignInTransaction transaction, SessionOrigin origin) {
        VerifiedIdToken who = exchanged.idToken();
        Optional<Account> known = accounts.find(who.issuer(), who.subject());
        if (known.filter(Account::isDisabled).isPresent()) {
            return new Refused(LoginReason.ACCOUNT_DISABLED);
        }
        boolean lasting = exchanged.tokens().refreshToken().isPresent()
                || known.filter(account -> grants.hasUsableRefreshToken(account.id())).isPresent();
        if (!lasting) {
            return onceMore(transaction, who);
        }
        complete(exchanged, transaction, origin);
        return new SignedIn(transaction.returnTo());
    }

    private Arrival onceMore(SignInTransaction transaction, VerifiedIdToken who) {
        if (transaction.round() == Round.CONSENT_FORCED) {
            return new Refused(LoginReason.OFFLINE_ACCESS_MISSING);
        }
        return departures.again(transaction, who.subject()).<Arrival>map(OnceMore::new)
                .orElseGet(() -> new Refused(LoginReason.GOOGLE_UNAVAILABLE));
    }

    /** Two tabs may bring the same person for the first time at once: the later one finds what the other has written. */
    private void complete(Exchanged exchanged, SignInTransaction transaction, SessionOrigin origin) {
        AccountProfile profile = profileOf(exchanged.idToken());
        try {
            completion.complete(profile, exchanged.tokens(), transaction.previousSession(), origin);
        } catch (RuntimeException failure) {
            if (!UniqueViolation.isCauseOf(failure)) {
                throw failure;
            }
            SignInLog.lostRace();
            completion.complete(profile, exchanged.tokens(), transaction.previousSession(), origin);
        }
    }

    private static AccountProfile profileOf(VerifiedIdToken who) {
        return new AccountProfile(who.issuer(), who.subject(), who.email().orElse(null), who.emailVerified(),
                who.name().orElse(null), who.picture().orElse(null), who.hostedDomain().orElse(null));
    }
}
