package dev.holdfast.google.openid;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.Capacity;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.GoogleLog;
import dev.holdfast.google.discovery.GoogleEndpoints;
import dev.holdfast.google.openid.ExchangeOutcome.Exchanged;
import dev.holdfast.google.openid.ExchangeOutcome.Refusal;
import dev.holdfast.google.openid.ExchangeOutcome.Refused;
import dev.holdfast.google.openid.ExchangeOutcome.TurnedAway;
import dev.holdfast.google.openid.ExchangeOutcome.Unavailable;
import dev.holdfast.google.token.TokenAnswer;
import dev.holdfast.google.wire.Answer;
import dev.holdfast.google.wire.CallWatch;
import dev.holdfast.google.wire.GoogleCall;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.schedule.control.LogThrottle;
import dev.holdfast.settings.entity.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** Exchanges an authorization code for tokens (RFC 6749 section 4.1.3, RFC 7636 section 4.5) and verifies the ID token. */
@ApplicationScoped
public class CodeExchange {

    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

    private final Semaphore room = new Semaphore(Capacity.EXCHANGES);
    private final LogThrottle fullTold = new LogThrottle(TOLD_AGAIN);

    private GoogleConfig config;
    private GoogleEndpoints endpoints;
    private GoogleHttp http;
    private IdTokenVerifier idTokens;
    private PublicUrl publicUrl;
    private Clock clock;

    protected CodeExchange() {}

    @Inject
    public CodeExchange(GoogleConfig config, GoogleEndpoints endpoints, GoogleHttp http, IdTokenVerifier idTokens,
            PublicUrl publicUrl, Clock clock) {
        this.config = config;
        this.endpoints = endpoints;
        this.http = http;
        this.idTokens = idTokens;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /**
     * Exchanges a code with a single request: even an exchange that fails spends the code. {@code code} is not blank;
     * {@code codeVerifier} and {@code nonce} are those of the authorization request. At most
     * {@value Capacity#EXCHANGES} exchanges are under way on this node; a further one is {@link TurnedAway} at once.
     */
    public ExchangeOutcome exchange(Secret code, Secret codeVerifier, String nonce) {
        if (!room.tryAcquire()) {
            if (fullTold.isDue()) {
                GoogleLog.exchangesFull(Capacity.EXCHANGES);
            }
            return new TurnedAway();
        }
        try {
            return ask(code, codeVerifier, nonce);
        } finally {
            room.release();
        }
    }

    private ExchangeOutcome ask(Secret code, Secret codeVerifier, String nonce) {
        try {
            URI endpoint = endpoints.token().orElseThrow(() -> new GoogleTrouble("endpoint_unknown"));
            Instant asked = clock.instant();
            return outcomeOf(ask(endpoint, form(endpoint, code, codeVerifier)), nonce, asked);
        } catch (GoogleTrouble trouble) {
            GoogleLog.tokenEndpointTrouble(trouble.code());
            return new Unavailable();
        }
    }

    private TokenAnswer ask(URI endpoint, String form) throws GoogleTrouble {
        try (CallWatch.Timing timing = http.calls().begin(GoogleCall.EXCHANGE)) {
            Answer raw = http.postExchange(endpoint, form);
            TokenAnswer answer = TokenAnswer.of(raw.status(), raw.body());
            return answer instanceof TokenAnswer.Trouble ? answer : timing.answered(answer);
        }
    }

    private ExchangeOutcome outcomeOf(TokenAnswer answer, String nonce, Instant asked) throws GoogleTrouble {
        if (answer instanceof TokenAnswer.Granted granted) {
            return identified(granted, nonce, asked);
        }
        if (answer instanceof TokenAnswer.Refused refused) {
            return refused(refused.error());
        }
        throw TokenAnswer.troubleOf(answer);
    }

    private String form(URI endpoint, Secret code, Secret codeVerifier) {
        return new TokenRequest.Builder(endpoint,
                new ClientSecretPost(new ClientID(config.clientId()),
                        new com.nimbusds.oauth2.sdk.auth.Secret(config.clientSecret().reveal())),
                new AuthorizationCodeGrant(new AuthorizationCode(code.reveal()),
                        publicUrl.resolve(AuthorizationRequests.CALLBACK_PATH),
                        new CodeVerifier(codeVerifier.reveal())))
                .build().toHTTPRequest().getBody();
    }

    private ExchangeOutcome identified(TokenAnswer.Granted granted, String nonce, Instant asked) {
        IdTokenVerifier.Verdict verdict = granted.idToken()
                .map(idToken -> idTokens.verify(idToken, nonce, granted.accessToken()))
                .orElseGet(() -> new IdTokenVerifier.Verdict.Refused("absent"));
        if (verdict instanceof IdTokenVerifier.Verdict.Verified verified) {
            return new Exchanged(verified.idToken(), granted.tokensAt(asked));
        }
        if (verdict instanceof IdTokenVerifier.Verdict.Refused refused) {
            GoogleLog.idTokenRefused(refused.check());
            return new Refused(Refusal.ID_TOKEN_INVALID);
        }
        GoogleLog.keysUnavailable();
        return new Unavailable();
    }

    private static Refused refused(String error) {
        return switch (error) {
            case "invalid_grant" -> new Refused(Refusal.CODE_SPENT);
            case "invalid_client", "deleted_client", "unauthorized_client" -> {
                GoogleLog.clientRejected(error);
                yield new Refused(Refusal.CLIENT_REJECTED);
            }
            case "redirect_uri_mismatch", "invalid_request", "access_denied", "admin_policy_enforced" -> {
                GoogleLog.exchangeRefused(error);
                yield new Refused(Refusal.OTHER);
            }
            default -> {
                GoogleLog.exchangeRefused("another error");
                yield new Refused(Refusal.OTHER);
            }
        };
    }
}
