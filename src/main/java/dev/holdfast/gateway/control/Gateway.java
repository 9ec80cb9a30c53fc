package dev.holdfast.gateway.control;

import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import dev.holdfast.account.control.Requester;
import dev.holdfast.custody.client.GoogleAccess;
import dev.holdfast.custody.client.GoogleAccessRefused;
import dev.holdfast.custody.client.GoogleClients;
import dev.holdfast.gateway.entity.CheckedRequest;
import dev.holdfast.gateway.entity.GatewayApi;
import dev.holdfast.google.Capacity;
import dev.holdfast.google.RateLimit;
import dev.holdfast.google.StreamSeats;
import dev.holdfast.google.wire.GoogleTrouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Passes a request on to a configured API of Google, with the token of the person who makes it. A request that its rules, its
 * form, the person's permissions or the limits forbid never reaches Google.
 */
@ApplicationScoped
public class Gateway {

    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Duration WHEN_THERE_IS_ROOM = Duration.ofSeconds(5);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int REFUSAL_CAP = 64 * 1024;

    private final StreamSeats seats = new StreamSeats(Capacity.GATEWAY_CALLS, Capacity.GATEWAY_CALLS_OF_ONE);
    private final RateLimit minutes = new RateLimit(System::nanoTime);
    private GoogleClients google;
    private Requester requester;

    protected Gateway() {}

    @Inject
    public Gateway(GoogleClients google, Requester requester) {
        this.google = google;
        this.requester = requester;
    }

    /** Calls the API on behalf of this account. If it is answered, the caller closes the answer. */
    public GatewayOutcome call(UUID accountId, GatewayApi api, GatewayRequest request) {
        CheckedRequest checked =
                CheckedRequest.of(api, request.method(), request.path(), request.query(), request.headers());
        if (!(checked instanceof CheckedRequest.Allowed allowed)) {
            return new GatewayOutcome.NotAllowed(checked);
        }
        if (request.length().orElse(0) > api.mostBytes()) {
            return new GatewayOutcome.TooLarge();
        }
        Optional<Duration> wait = minutes.take(accountId, api.name(), api.mostPerMinute());
        if (wait.isPresent()) {
            return new GatewayOutcome.TooMany(wait.get());
        }
        GatewayOutcome outcome = seated(accountId, api, request, allowed);
        if (!SAFE.contains(request.method())) {
            GatewayLog.called(accountId, api.name(), request.method(), allowed.rule(), outcome.code(), requester);
        }
        return outcome;
    }

    /** Holds a seat until the answer is closed, or releases it at once if there is none. */
    private GatewayOutcome seated(UUID accountId, GatewayApi api, GatewayRequest request, CheckedRequest.Allowed allowed) {
        return seats.seated(accountId, () -> lent(accountId, api, request, allowed), GatewayOutcome.Answered.class::isInstance)
                .orElseGet(() -> new GatewayOutcome.Busy(WHEN_THERE_IS_ROOM));
    }

    private GatewayOutcome lent(UUID accountId, GatewayApi api, GatewayRequest request, CheckedRequest.Allowed allowed) {
        GoogleAccess access = google.access(accountId, allowed.rule().scopes().toArray(String[]::new));
        if (!(access instanceof GoogleAccess.Granted granted)) {
            return new GatewayOutcome.NoToken(((GoogleAccess.Refused) access).why());
        }
        try {
            Optional<RequestBody> body = SAFE.contains(request.method()) ? Optional.empty()
                    : Optional.of(RequestBody.begin(request.body(), allowed.headers().contentType(), request.length(),
                            api.mostBytes()));
            return isTooLarge(body) ? new GatewayOutcome.TooLarge()
                    : sent(GoogleExchange.of(granted.api(), api, request.method(), allowed, body), body,
                            allowed.rule().scopes(), () -> seats.leave(accountId));
        } catch (IOException clientGone) {
            return new GatewayOutcome.BodyBroken();
        }
    }

    private static boolean isTooLarge(Optional<RequestBody> body) {
        return body.filter(RequestBody::isTooLarge).isPresent();
    }

    private static GatewayOutcome sent(GoogleExchange exchange, Optional<RequestBody> body, Set<String> needed,
            Runnable atTheEnd) {
        try {
            HttpResponse response = exchange.send();
            return judged(response, body, needed, atTheEnd);
        } catch (GoogleAccessRefused refused) {
            return new GatewayOutcome.NoToken(refused.why());
        } catch (GoogleTrouble trouble) {
            if (!GoogleTrouble.REQUEST_CUT.equals(trouble.code())) {
                return new GatewayOutcome.NoAnswer(trouble);
            }
            return isTooLarge(body) ? new GatewayOutcome.TooLarge() : new GatewayOutcome.BodyBroken();
        } catch (IOException | IllegalArgumentException notPossible) {
            // A body that cannot be read, or a root that no token may go to as long as holdfast.google.api-root is elsewhere.
            return new GatewayOutcome.Unusable();
        }
    }

    private static GatewayOutcome judged(HttpResponse response, Optional<RequestBody> body, Set<String> needed,
            Runnable atTheEnd) throws IOException {
        if (AnswerUse.of(response) == AnswerUse.PASSED_ON) {
            return new GatewayOutcome.Answered(new UpstreamAnswer(response, atTheEnd));
        }
        try {
            if (AnswerUse.of(response) == AnswerUse.UNUSABLE) {
                return new GatewayOutcome.Unusable();
            }
            return response.getStatusCode() == UNAUTHORIZED && body.filter(sent -> !sent.retrySupported()).isPresent()
                    ? new GatewayOutcome.RepeatYourself(AT_ONCE) : new GatewayOutcome.Refused(refusal(response), needed);
        } finally {
            response.ignore();
        }
    }

    /** Reads the reasons of a 403, which are in its body; for all others the status suffices. */
    private static HttpResponseException refusal(HttpResponse response) throws IOException {
        boolean hasReasons = response.getStatusCode() == FORBIDDEN && response.getContent() != null;
        String content = hasReasons
                ? new String(response.getContent().readNBytes(REFUSAL_CAP), StandardCharsets.UTF_8) : "";
        return new HttpResponseException.Builder(response.getStatusCode(), null, response.getHeaders())
                .setContent(content).build();
    }
}
