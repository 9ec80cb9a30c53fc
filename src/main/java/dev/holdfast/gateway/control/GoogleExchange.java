package dev.holdfast.gateway.control;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpUnsuccessfulResponseHandler;
import dev.holdfast.gateway.entity.CheckedRequest;
import dev.holdfast.gateway.entity.GatewayApi;
import dev.holdfast.google.api.GoogleApi;
import dev.holdfast.google.wire.GoogleTrouble;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request to Google, built like that of any API client, so that tokens, the forced refresh after a 401, seats and
 * time-outs are theirs. GET and HEAD are repeated once after a 503 or a broken connection; nothing else is.
 */
final class GoogleExchange {

    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD");
    private static final int UNAVAILABLE = 503;

    private final HttpRequest request;
    private boolean mayRepeat;

    private GoogleExchange(HttpRequest request) {
        this.request = request;
        this.mayRepeat = REPEATABLE.contains(request.getRequestMethod());
    }

    /** Builds the request. Parameters of one name keep their order. A safe method has no body. */
    static GoogleExchange of(GoogleApi google, GatewayApi api, String method, CheckedRequest.Allowed allowed,
            Optional<RequestBody> body) throws IOException {
        HttpRequest request = google.transport().createRequestFactory(google.initializer())
                .buildRequest(method, new GenericUrl(allowed.address().toString(), true), content(method, body));
        request.setReadTimeout((int) api.timeout().toMillis()).setThrowExceptionOnExecuteError(false)
                .setFollowRedirects(false).setResponseReturnRawInputStream(true).setSuppressUserAgentSuffix(true)
                .setLoggingEnabled(false).setCurlLoggingEnabled(false);
        request.getHeaders().setUserAgent("holdfast").setAcceptEncoding("identity");
        allowed.headers().values().forEach((name, value) -> request.getHeaders().set(name, List.of(value)));
        return new GoogleExchange(request);
    }

    /** Leaves out the empty body of a DELETE; the other unsafe methods say that their length is 0. */
    private static @Nullable HttpContent content(String method, Optional<RequestBody> body) {
        return body.filter(sent -> !sent.isEmpty() || !"DELETE".equals(method)).orElse(null);
    }

    /** Sends the request; the caller disconnects the response. Throws custody's refusal or a {@link GoogleTrouble}. */
    HttpResponse send() throws IOException {
        HttpUnsuccessfulResponseHandler token = request.getUnsuccessfulResponseHandler();
        request.setUnsuccessfulResponseHandler((sent, response, isRepeatable) ->
                token.handleResponse(sent, response, isRepeatable)
                        || response.getStatusCode() == UNAVAILABLE && takeRepetition());
        try {
            return request.execute();
        } catch (GoogleTrouble trouble) {
            if (trouble.isBrokenConnection() && takeRepetition()) {
                return request.execute();
            }
            throw trouble;
        }
    }

    private boolean takeRepetition() {
        boolean taken = mayRepeat;
        mayRepeat = false;
        return taken;
    }
}
