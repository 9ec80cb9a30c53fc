package dev.holdfast.signin.control;

import dev.holdfast.account.entity.Account;
import dev.holdfast.crypto.control.RandomTokens;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.Scopes;
import dev.holdfast.google.openid.AuthorizationRequest;
import dev.holdfast.google.openid.AuthorizationRequest.Consent;
import dev.holdfast.google.openid.AuthorizationRequests;
import dev.holdfast.problem.StorageFailure;
import dev.holdfast.signin.entity.Attempt;
import dev.holdfast.signin.entity.LoginReason;
import dev.holdfast.signin.entity.SignInDeparture;
import dev.holdfast.signin.entity.SignInDeparture.NotNow;
import dev.holdfast.signin.entity.SignInDeparture.ToGoogle;
import dev.holdfast.signin.entity.SignInRedirect;
import dev.holdfast.signin.entity.SignInRequest;
import dev.holdfast.signin.entity.SignInRequest.Prompt;
import dev.holdfast.signin.entity.SignInTransaction;
import dev.holdfast.signin.entity.SignInTransaction.Protection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds authorization requests, each with its own state, nonce and code verifier. */
@ApplicationScoped
public class SignInStart {

    private static final int RANDOM_BYTES = 32;

    @Inject AuthorizationRequests requests;
    @Inject GoogleConfig google;
    @Inject StateValues states;
    @Inject SignedInPerson signedIn;
    @Inject Clock clock;

    /**
     * Begins the first trip. Scopes that are not configured as optional are left out. A request for scopes from a browser
     * with a live session belongs to the person of that session: Google is told who that is, and no other person can finish
     * the trip.
     */
    public SignInDeparture first(SignInRequest asked) {
        try {
            Optional<Account> person = asked.scopes().isEmpty() ? Optional.empty() : signedIn.of(asked.previousSessions());
            return leave(asked, person).<SignInDeparture>map(ToGoogle::new)
                    .orElseGet(() -> new NotNow(LoginReason.GOOGLE_UNAVAILABLE));
        } catch (RuntimeException failure) {
            if (!StorageFailure.isCauseOf(failure)) {
                throw failure;
            }
            SignInLog.storageFailed(failure);
            return new NotNow(LoginReason.STORAGE_UNAVAILABLE);
        }
    }

    private Optional<SignInRedirect> leave(SignInRequest asked, Optional<Account> person) {
        Set<String> wanted = Scopes.normalise(asked.scopes());
        Set<String> extra = google.optionalScopes().stream()
                .filter(offered -> wanted.containsAll(Scopes.normalise(Set.of(offered))))
                .collect(Collectors.toUnmodifiableSet());
        Instant now = clock.instant();
        return leave(new SignInTransaction(protection(now), now, Attempt.FIRST, asked.begun(), extra, asked.returnTo(),
                asked.previousSessions(), person.map(Account::identity)),
                person.map(Account::subject).or(asked::loginHint), shown(asked.prompt(), person));
    }

    /**
     * Begins the second and last trip, for the person who is back from the first; empty while Google's authorization
     * endpoint is unknown.
     */
    Optional<SignInRedirect> again(SignInTransaction first, String subject) {
        Instant now = clock.instant();
        return leave(first.again(protection(now), now), Optional.of(subject), Consent.FORCED);
    }

    private Optional<SignInRedirect> leave(SignInTransaction transaction, Optional<String> loginHint, Consent consent) {
        Protection protection = transaction.protection();
        return requests.uri(new AuthorizationRequest(protection.state().reveal(), protection.nonce().reveal(),
                        protection.codeVerifier(), transaction.scopes(google.scopes()), loginHint, consent))
                .map(uri -> new SignInRedirect(uri, transaction));
    }

    /** A person who is known already is offered no choice of accounts. */
    private static Consent shown(Prompt prompt, Optional<Account> person) {
        return switch (prompt) {
            case CONSENT -> Consent.FORCED;
            case SELECT_ACCOUNT -> person.isPresent() ? Consent.AS_NEEDED : Consent.ANOTHER_ACCOUNT;
            case AS_NEEDED -> Consent.AS_NEEDED;
        };
    }

    private Protection protection(Instant now) {
        return new Protection(states.fresh(now), random(), random());
    }

    private static Secret random() {
        return Secret.of(RandomTokens.urlSafe(RANDOM_BYTES));
    }
}
