package dev.holdfast.google.token;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.GoogleLog;
import dev.holdfast.google.token.RefreshOutcome.Refused;
import dev.holdfast.google.token.RefreshOutcome.Unavailable;
import dev.holdfast.google.wire.Deadline;
import dev.holdfast.google.wire.GoogleTrouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Exchanges a refresh token for an access token (RFC 6749 section 6); Google's answer, whatever it is, is a value. */
@ApplicationScoped
public class TokenRefresh {

    /** Leaves whoever waits at most twenty seconds a little time for itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(18);

    /** Not worth a line in the log: those that opened it have theirs. */
    private static final String CIRCUIT_OPEN = "circuit_open";

    private final TrialPlaces trials = new TrialPlaces();

    private TokenEndpoint tokenEndpoint;

    protected TokenRefresh() {}

    @Inject
    public TokenRefresh(TokenEndpoint tokenEndpoint) {
        this.tokenEndpoint = tokenEndpoint;
    }

    /**
     * Ends within 18 seconds, up to three tries at a transient failure included; while Google's endpoints are not known yet,
     * the fetching of its discovery document comes on top. A refusal is final only as the contract's table says.
     * {@link Unavailable} codes: {@code timeout}, {@code connection_failed}, {@code http_<status>},
     * {@code redirect}, {@code answer_not_json}, {@code answer_without_token}, {@code answer_too_large},
     * {@code unknown_refusal}, {@code endpoint_unknown}, {@code circuit_open}, {@code busy}, {@code proxy_unreachable},
     * {@code proxy_refused}, {@code proxy_authentication_required}.
     */
    public RefreshOutcome refresh(Secret refreshToken) {
        return told(ask(() -> tokenEndpoint.refresh(refreshToken, Deadline.in(PATIENCE))));
    }

    /** What this node's circuit breaker was doing when it was last asked to let a refresh through. */
    public CircuitState circuit() {
        return tokenEndpoint.circuit().state();
    }

    /**
     * Room for one try with a refresh token that failed the last time; empty: too many of them are being tried just now.
     * Whoever takes it closes it.
     */
    public Optional<Trial> trial() {
        return trials.take() ? Optional.of(new Trial()) : Optional.empty();
    }

    /** A place among the few, kept for a second more by whoever fails in it. */
    public final class Trial implements AutoCloseable {

        private boolean failed;

        private Trial() {}

        /** As {@link TokenRefresh#refresh}, but one try. */
        public RefreshOutcome refresh(Secret refreshToken) {
            failed = true;
            RefreshOutcome outcome = told(ask(() -> tokenEndpoint.tryAgain(refreshToken, Deadline.in(PATIENCE))));
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

    /** A question to Google that may end in trouble. */
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
