package dev.holdfast.google.token;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.GoogleLog;
import dev.holdfast.google.TimeBudget;
import dev.holdfast.google.token.RefreshOutcome.Refused;
import dev.holdfast.google.token.RefreshOutcome.Unavailable;
import dev.holdfast.google.wire.Deadline;
import dev.holdfast.google.wire.GoogleTrouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Exchanges a refresh token for an access token (RFC 6749 section 6). Each answer of Google's is returned as a value. */
@ApplicationScoped
public class TokenRefresh {

    /** A code that is not logged: the failures that opened the circuit are in the log already. */
    private static final String CIRCUIT_OPEN = "circuit_open";

    private final TrialPlaces trials = new TrialPlaces();

    private TokenEndpoint tokenEndpoint;

    protected TokenRefresh() {}

    @Inject
    public TokenRefresh(TokenEndpoint tokenEndpoint) {
        this.tokenEndpoint = tokenEndpoint;
    }

    /**
     * Ends within 18 seconds, including up to three tries at a transient failure. If Google's endpoints are not known
     * yet, fetching the discovery document takes additional time. A refusal is final only as the contract's table says.
     * {@link Unavailable} codes: {@code timeout}, {@code connection_failed}, {@code http_<status>}, {@code redirect},
     * {@code answer_not_json}, {@code answer_without_token}, {@code answer_too_large}, {@code unknown_refusal},
     * {@code endpoint_unknown}, {@code circuit_open}, {@code busy}, {@code proxy_unreachable}, {@code proxy_refused},
     * {@code proxy_authentication_required}.
     */
    public RefreshOutcome refresh(Secret refreshToken) {
        return told(ask(() -> tokenEndpoint.refresh(refreshToken, Deadline.in(TimeBudget.TRIES))));
    }

    /** Returns the state of this node's circuit breaker when a refresh last asked it. */
    public CircuitState circuit() {
        return tokenEndpoint.circuit().state();
    }

    /**
     * Takes a place for one try with a refresh token that failed the last time; empty if none is free now. The caller
     * closes it.
     */
    public Optional<Trial> trial() {
        return trials.take() ? Optional.of(new Trial()) : Optional.empty();
    }

    /** A place for one try; after a failure it stays taken for another second. */
    public final class Trial implements AutoCloseable {

        private boolean failed;

        private Trial() {}

        /** Does the same as {@link TokenRefresh#refresh}, with one try. */
        public RefreshOutcome refresh(Secret refreshToken) {
            failed = true;
            RefreshOutcome outcome = told(ask(() -> tokenEndpoint.tryAgain(refreshToken, Deadline.in(TimeBudget.TRIES))));
            failed = outcome instanceof Unavailable;
            if (!failed) {
                trials.succeeded();
            }
            return outcome;
        }

        @Override
        public void close() {
            if (failed) {
                trials.leaveLater();
            } else {
                trials.leave();
            }
        }
    }

    private static RefreshOutcome told(RefreshOutcome outcome) {
        if (outcome instanceof Unavailable unavailable && !CIRCUIT_OPEN.equals(unavailable.code())) {
            GoogleLog.tokenEndpointTrouble(unavailable.code());
        } else if (outcome instanceof Refused refused && refused.refusal() == RefreshOutcome.Refusal.CLIENT_REJECTED) {
            GoogleLog.clientRejected(refused.code());
        }
        return outcome;
    }

    /** A call to Google that may fail. */
    private interface Question {
        RefreshOutcome ask() throws GoogleTrouble;
    }

    private RefreshOutcome ask(Question question) {
        try {
            return question.ask();
        } catch (GoogleTrouble trouble) {
            return new Unavailable(trouble.code());
        } catch (CircuitBreakerOpenException open) {
            tokenEndpoint.circuit().turnedAway();
            return new Unavailable(CIRCUIT_OPEN);
        } catch (BulkheadException full) {
            return new Unavailable("busy");
        }
    }
}
