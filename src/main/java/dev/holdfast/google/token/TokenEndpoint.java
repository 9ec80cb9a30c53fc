package dev.holdfast.google.token;

import com.google.auth.oauth2.UserCredentials;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.Capacity;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.discovery.GoogleEndpoints;
import dev.holdfast.google.wire.CallWatch;
import dev.holdfast.google.wire.Deadline;
import dev.holdfast.google.wire.GoogleCall;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;

/**
 * Makes the refresh calls, guarded by MicroProfile Fault Tolerance: call it through its bean. A failure is retried and
 * counted by the circuit breaker. A refusal, known or not, is an answer: it is neither retried nor counted as a failure.
 * The breaker opens only after several refresh tokens have failed; one token alone cannot open it.
 */
@ApplicationScoped
public class TokenEndpoint {

    private GoogleConfig config;
    private GoogleEndpoints endpoints;
    private GoogleHttp http;
    private Clock clock;
    private final ObservedCircuit circuit = new ObservedCircuit();

    protected TokenEndpoint() {}

    @Inject
    public TokenEndpoint(GoogleConfig config, GoogleEndpoints endpoints, GoogleHttp http, Clock clock) {
        this.config = config;
        this.endpoints = endpoints;
        this.http = http;
        this.clock = clock;
    }

    // No @Timeout: it does not interrupt a read. The deadline does, by closing the connection.
    @Retry(maxRetries = 2, delay = 200, jitter = 100, maxDuration = 16_000, retryOn = GoogleTrouble.class)
    @CircuitBreaker(requestVolumeThreshold = 20, failureRatio = 0.75, delay = 3_000, failOn = GoogleTrouble.class)
    @Bulkhead(Capacity.REFRESHES)
    public RefreshOutcome refresh(Secret refreshToken, Deadline deadline) throws GoogleTrouble {
        try (ObservedCircuit.Passage passage = circuit.letThrough()) {
            return passage.succeeded(ask(GoogleCall.REFRESH, refreshToken, deadline));
        }
    }

    /** Makes one try that the breaker does not count: this refresh token is known to fail, others are not. */
    public RefreshOutcome tryAgain(Secret refreshToken, Deadline deadline) throws GoogleTrouble {
        return ask(GoogleCall.REFRESH, refreshToken, deadline);
    }

    /**
     * Makes one try with a text that is not a refresh token, to learn about the client. The circuit breaker neither stops
     * nor counts it: the operator wants to know how Google is now, and a call on no person's behalf proves nothing about
     * the refreshes of people.
     */
    public RefreshOutcome checkUp(Secret noRefreshToken, Deadline deadline) throws GoogleTrouble {
        return ask(GoogleCall.CHECKUP, noRefreshToken, deadline);
    }

    public ObservedCircuit circuit() {
        return circuit;
    }

    private RefreshOutcome ask(GoogleCall call, Secret refreshToken, Deadline deadline) throws GoogleTrouble {
        URI endpoint = endpoints.token().orElseThrow(() -> new GoogleTrouble("endpoint_unknown"));
        RefreshTransport transport = new RefreshTransport(http, deadline);
        Instant asked = clock.instant();
        try (CallWatch.Timing timing = http.calls().begin(call)) {
            send(refreshToken, endpoint, transport);
            return timing.answered(outcomeOf(transport.answer(), asked));
        }
    }

    private void send(Secret refreshToken, URI endpoint, RefreshTransport transport) {
        try {
            credentials(refreshToken, endpoint, transport).refreshAccessToken();
        } catch (IOException told) {
            // The transport has kept Google's code and subtype; the library keeps neither.
        }
    }

    private static RefreshOutcome outcomeOf(TokenAnswer answer, Instant asked) throws GoogleTrouble {
        if (answer instanceof TokenAnswer.Granted granted) {
            return new RefreshOutcome.Refreshed(granted.tokensAt(asked));
        }
        if (answer instanceof TokenAnswer.Refused refused) {
            return refused.outcomeOfRefresh();
        }
        throw TokenAnswer.troubleOf(answer);
    }

    private UserCredentials credentials(Secret refreshToken, URI endpoint, RefreshTransport transport) {
        return UserCredentials.newBuilder()
                .setClientId(config.clientId())
                .setClientSecret(config.clientSecret().reveal())
                .setRefreshToken(refreshToken.reveal())
                .setTokenServerUri(endpoint)
                .setHttpTransportFactory(() -> transport)
                .build();
    }
}
