package dev.holdfast.signin.control;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.control.UniqueViolation;
import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.AccountProfile;
import dev.holdfast.custody.grant.Grants;
import dev.holdfast.google.openid.ExchangeOutcome.Exchanged;
import dev.holdfast.google.openid.VerifiedIdToken;
import dev.holdfast.problem.StorageFailure;
import dev.holdfast.session.control.BrowserSession;
import dev.holdfast.session.control.StartedSession;
import dev.holdfast.session.entity.SessionOrigin;
import dev.holdfast.signin.entity.Attempt;
import dev.holdfast.signin.entity.HostedDomains.EmailStatus;
import dev.holdfast.signin.entity.LoginReason;
import dev.holdfast.signin.entity.SignInRedirect;
import dev.holdfast.signin.entity.SignInResult;
import dev.holdfast.signin.entity.SignInResult.ConsentRequired;
import dev.holdfast.signin.entity.SignInResult.Consented;
import dev.holdfast.signin.entity.SignInResult.Refused;
import dev.holdfast.signin.entity.SignInResult.SignedIn;
import dev.holdfast.signin.entity.SignInTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides whether a person whose identity Google has confirmed may sign in, and then creates the session. Nothing is
 * written for a person who is refused.
 */
@ApplicationScoped
public class Admission {

    /**
     * The time from the start of the second trip to the end of the sign-in, including the requests to Google in its last
     * step.
     */
    private static final Duration SECOND_TRIP = SignInTransaction.LIFETIME.plusMinutes(1);

    @Inject SignInConfig config;
    @Inject Accounts accounts;
    @Inject Grants grants;
    @Inject SignInStart signInStart;
    @Inject SignInCompletion completion;
    @Inject BrowserSession browser;
    @Inject SignedInPerson signedIn;

    SignInResult admit(Exchanged exchanged, SignInTransaction transaction, SessionOrigin origin) {
        VerifiedIdToken who = exchanged.idToken();
        if (!transaction.mayBeFinishedBy(Account.identityOf(who.issuer(), who.subject()))) {
            return new Refused(LoginReason.OTHER_ACCOUNT);
        }
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

    private SignInResult welcome(Exchanged exchanged, SignInTransaction transaction, SessionOrigin origin) {
        VerifiedIdToken who = exchanged.idToken();
        Optional<Account> known = accounts.find(who.issuer(), who.subject());
        Optional<LoginReason> closed = known.flatMap(SignInCompletion::closed);
        if (closed.isPresent()) {
            return new Refused(closed.get());
        }
        boolean lasting = exchanged.tokens().refreshToken().isPresent()
                || known.filter(account -> grants.hasUsableRefreshToken(account.id())).isPresent();
        if (!lasting) {
            return consentRequired(transaction, who, LoginReason.OFFLINE_ACCESS_MISSING);
        }
        try {
            return known.map(Account::id).filter(account -> signedIn.isStill(account, transaction))
                    .map(account -> consent(account, exchanged, transaction))
                    .orElseGet(() -> signIn(exchanged, transaction, origin));
        } catch (GrantNotLasting lostMeanwhile) {
            return consentRequired(transaction, who, LoginReason.OFFLINE_ACCESS_MISSING);
        } catch (RevocationUnderWay crossing) {
            return consentRequired(transaction, who, LoginReason.GOOGLE_UNAVAILABLE);
        } catch (DisabledDuringSignIn shut) {
            return new Refused(shut.reason());
        } catch (ErasedDuringSignIn gone) {
            return new Refused(LoginReason.SIGN_IN_EXPIRED);
        }
    }

    private SignInResult signIn(Exchanged exchanged, SignInTransaction transaction, SessionOrigin origin) {
        StartedSession started = complete(exchanged, transaction, origin);
        if (transaction.mayHideASession()) {
            browser.keepApart(started.refreshToken(), started.endsAt());
        } else {
            browser.keep(started.refreshToken(), started.endsAt());
        }
        return new SignedIn(transaction.returnTo());
    }

    private SignInResult consent(UUID accountId, Exchanged exchanged, SignInTransaction transaction) {
        completion.consent(accountId, profileOf(exchanged.idToken()), exchanged.tokens(), transaction);
        return new Consented(transaction.returnTo());
    }

    /**
     * Starts the second trip and postpones parked revocations, so that they cannot revoke the consent that the person is
     * about to give.
     */
    private SignInResult consentRequired(SignInTransaction transaction, VerifiedIdToken who, LoginReason inVainTwice) {
        if (transaction.attempt() == Attempt.CONSENT_FORCED) {
            return new Refused(inVainTwice);
        }
        Optional<SignInRedirect> again = signInStart.again(transaction, who.subject());
        if (again.isEmpty()) {
            return new Refused(LoginReason.GOOGLE_UNAVAILABLE);
        }
        grants.postponeRevocations(Account.identityOf(who.issuer(), who.subject()), SECOND_TRIP);
        return new ConsentRequired(again.get());
    }

    /**
     * Retries once after a unique violation: two tabs may bring the same new person at once, and the later one then finds
     * the rows of the other.
     */
    private StartedSession complete(Exchanged exchanged, SignInTransaction transaction, SessionOrigin origin) {
        AccountProfile profile = profileOf(exchanged.idToken());
        try {
            return completion.complete(profile, exchanged.tokens(), transaction, origin);
        } catch (RuntimeException failure) {
            if (!UniqueViolation.isCauseOf(failure)) {
                throw failure;
            }
            SignInLog.lostRace();
            return completion.complete(profile, exchanged.tokens(), transaction, origin);
        }
    }

    private static AccountProfile profileOf(VerifiedIdToken who) {
        return new AccountProfile(who.issuer(), who.subject(), who.email().orElse(null), who.emailVerified(),
                who.name().orElse(null), who.picture().orElse(null), who.hostedDomain().orElse(null));
    }
}
