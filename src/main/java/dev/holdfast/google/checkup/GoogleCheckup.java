package dev.holdfast.google.checkup;

import dev.holdfast.crypto.control.RandomTokens;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.Egress;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.api.ApiCallLimits;
import dev.holdfast.google.api.DisabledApis;
import dev.holdfast.google.api.HttpDate;
import dev.holdfast.google.discovery.Discovery;
import dev.holdfast.google.discovery.GoogleEndpoints;
import dev.holdfast.google.discovery.ProviderMetadata;
import dev.holdfast.google.openid.AuthorizationRequest;
import dev.holdfast.google.openid.AuthorizationRequests;
import dev.holdfast.google.token.RefreshOutcome;
import dev.holdfast.google.token.TokenEndpoint;
import dev.holdfast.google.wire.Answer;
import dev.holdfast.google.wire.Deadline;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks Google what an operator wants to know about an installation, and only on the operator's request. Each question is
 * one call on no person's behalf, and changes nothing.
 */
@ApplicationScoped
public class GoogleCheckup {

    /**
     * A text that is not a refresh token: Google authenticates the client before it reads the token (RFC 6749 section
     * 5.2).
     */
    private static final String NO_REFRESH_TOKEN = "holdfast-check-up";

    private static final int RANDOM_BYTES = 32;
    private static final int BAD_REQUEST = 400;

    @Inject GoogleConfig config;
    @Inject GoogleEndpoints endpoints;
    @Inject GoogleHttp http;
    @Inject ApiCallLimits apis;
    @Inject TokenEndpoint tokenEndpoint;
    @Inject AuthorizationRequests requests;
    @Inject Clock clock;

    /** The state of the discovery document, and how far Google's clock is ahead of ours if the answer has a date. */
    public record DocumentSeen(Document document, String detail, Optional<Duration> clockAhead) {}

    /** The route of calls to Google: direct if {@code proxy} ({@code host:port}) is empty. */
    public record WayOut(Optional<String> proxy, boolean isSetHere, boolean hasCredentials) {}

    /** The states of the issuer's discovery document. */
    public enum Document { USABLE, FOREIGN_OR_UNUSABLE, UNREACHABLE }

    /** Whether Google accepts the client or the redirect URI; {@code UNKNOWN} if Google gives no clear answer now. */
    public enum Acceptance { ACCEPTED, REJECTED, UNKNOWN }

    /** Returns the route of calls to Google, without a call. */
    public WayOut wayOut() {
        Egress egress = config.egress();
        return new WayOut(egress.proxyFor(URI.create(config.issuer())), egress.isSet(), egress.hasCredentials());
    }

    /** Returns the APIs that refused their last call on this node as not enabled in the project, without a call. */
    public List<DisabledApis.Disabled> disabledApis() {
        return apis.disabled().known();
    }

    public DocumentSeen discovery() {
        URI url = Discovery.documentOf(config.issuer());
        try {
            Answer answer = http.get(url, GoogleHttp.JSON_CAP);
            boolean usable = answer.status() == 200 && ProviderMetadata.parse(answer.body(),
                    config.issuer(), config.endpointsToDiscover()).isPresent();
            return new DocumentSeen(usable ? Document.USABLE : Document.FOREIGN_OR_UNUSABLE, "status " + answer.status(),
                    answer.date().flatMap(HttpDate::parse).map(this::ahead));
        } catch (GoogleTrouble trouble) {
            return new DocumentSeen(Document.UNREACHABLE, trouble.code(), Optional.empty());
        }
    }

    /** Tells whether client id and secret belong together, by a refresh that cannot succeed. */
    public Acceptance client() {
        try {
            Deadline deadline = Deadline.in(config.timeout().multipliedBy(2));
            RefreshOutcome outcome = tokenEndpoint.checkUp(Secret.of(NO_REFRESH_TOKEN), deadline);
            boolean rejected = outcome instanceof RefreshOutcome.Refused refused
                    && refused.refusal() == RefreshOutcome.Refusal.CLIENT_REJECTED;
            return rejected ? Acceptance.REJECTED : Acceptance.ACCEPTED;
        } catch (GoogleTrouble trouble) {
            return Acceptance.UNKNOWN;
        }
    }

    /** Tells whether the redirect URI is registered. If it is not, Google answers 400 or redirects to its error page. */
    public Acceptance redirectUri() {
        try {
            Optional<URI> page = requests.uri(new AuthorizationRequest(random().reveal(), random().reveal(), random(),
                    config.scopes(), Optional.empty(), AuthorizationRequest.Consent.AS_NEEDED));
            if (page.isEmpty()) {
                return Acceptance.UNKNOWN;
            }
            GoogleHttp.PageSeen seen = http.look(page.get());
            boolean refused = seen.status() == BAD_REQUEST || seen.location().filter(to -> to.contains("/error")).isPresent();
            return refused ? Acceptance.REJECTED
                    : seen.status() < BAD_REQUEST ? Acceptance.ACCEPTED : Acceptance.UNKNOWN;
        } catch (GoogleTrouble trouble) {
            return Acceptance.UNKNOWN;
        }
    }

    private Duration ahead(Instant told) {
        return Duration.between(clock.instant(), told);
    }

    private static Secret random() {
        return Secret.of(RandomTokens.urlSafe(RANDOM_BYTES));
    }
}
