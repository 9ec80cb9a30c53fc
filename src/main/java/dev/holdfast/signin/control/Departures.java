package dev.holdfast.signin.control;

import dev.holdfast.crypto.control.RandomTokens;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.control.AuthorizationRequests;
import dev.holdfast.google.control.GoogleConfig;
import dev.holdfast.google.entity.AuthorizationRequest;
import dev.holdfast.google.entity.AuthorizationRequest.Consent;
import dev.holdfast.google.entity.Scopes;
import dev.holdfast.signin.entity.Departure;
import dev.holdfast.signin.entity.Round;
import dev.holdfast.signin.entity.SignInRequest;
import dev.holdfast.signin.entity.SignInTransaction;
import dev.holdfast.signin.entity.SignInTransaction.Protection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes authorization requests; each has a state, a nonce and a code verifier of its own, of 256 random bits. */
@ApplicationScoped
public class Departures {

    private static final int RANDOM_BYTES = 32;

    @Inject AuthorizationRequests requests;
    @Inject GoogleConfig google;
    @Inject Clock clock;

    /** The first trip; empty while Google's authorization endpoint cannot be learnt. Scopes nobody offers are left out. */
    public Optional<Departure> first(SignInRequest asked) {
        Set<String> wanted = Scopes.normalise(asked.scopes());
        Set<String> extra = google.optionalScopes().stream()
                .filter(offered -> wanted.containsAll(Scopes.normalise(Set.of(offered))))
                .collect(Collectors.toUnmodifiableSet());
        return leave(new SignInTransaction(protection(), clock.instant(), Round.FIRST, extra, asked.returnTo(),
                asked.previousSession()), asked.loginHint());
    }

    /** The second and last trip, for the person who has just been there. */
    Optional<Departure> again(SignInTransaction first, String subject) {
        return leave(first.again(protection(), clock.instant()), Optional.of(subject));
    }

    private Optional<Departure> leave(SignInTransaction transaction, Optional<String> loginHint) {
        Protection protection = transaction.protection();
        Consent consent = transaction.round() == Round.CONSENT_FORCED ? Consent.FORCED : Consent.AS_NEEDED;
        return requests.uri(new AuthorizationRequest(protection.state().reveal(), protection.nonce().reveal(),
                        protection.codeVerifier(), transaction.scopes(google.scopes()), loginHint, consent))
                .map(uri -> new Departure(uri, transaction));
    }

    private static Protection protection() {
        return new Protection(random(), random(), random());
    }

    private static Secret random() {
        return Secret.of(RandomTokens.urlSafe(RANDOM_BYTES));
    }
}
