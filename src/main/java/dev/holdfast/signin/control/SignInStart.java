package dev.holdfast.signin.control;

import dev.holdfast.crypto.control.RandomTokens;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.Scopes;
import dev.holdfast.google.openid.AuthorizationRequest;
import dev.holdfast.google.openid.AuthorizationRequest.Consent;
import dev.holdfast.google.openid.AuthorizationRequests;
import dev.holdfast.signin.entity.Attempt;
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
    @Inject States states;
    @Inject Clock clock;

    /**
     * Begins the first trip; empty while Google's authorization endpoint is unknown. Scopes that are not configured as
     * optional are left out.
     */
    public Optional<SignInRedirect> first(SignInRequest asked) {
        Set<String> wanted = Scopes.normalise(asked.scopes());
        Set<String> extra = google.optionalScopes().stream()
                .filter(offered -> wanted.containsAll(Scopes.normalise(Set.of(offered))))
                .collect(Collectors.toUnmodifiableSet());
        Instant now = clock.instant();
        return leave(new SignInTransaction(protection(now), now, Attempt.FIRST, asked.begun(), extra, asked.returnTo(),
                asked.previousSessions()), asked.loginHint(), shown(asked.prompt()));
    }

    /** Begins the second and last trip, for the person who is back from the first; empty as in {@link #first}. */
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

    private static Consent shown(Prompt prompt) {
        return switch (prompt) {
            case CONSENT -> Consent.FORCED;
            case SELECT_ACCOUNT -> Consent.ANOTHER_ACCOUNT;
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
