package dev.holdfast.google.api;

import com.google.api.client.http.HttpExecuteInterceptor;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpUnsuccessfulResponseHandler;
import dev.holdfast.google.token.AccessToken;
import java.io.IOException;
import java.time.Duration;

/**
 * The token of one request of an API client: asked for when the request leaves, replaced by one forced refresh if the API
 * answers 401, and the request repeated once if its body can be. Never more, and never on a 403. The library's own adapter
 * would make eleven calls and eleven refreshes of it.
 */
final class TokenPerRequest implements HttpExecuteInterceptor, HttpUnsuccessfulResponseHandler {

    private static final int UNAUTHORIZED = 401;

    /** Of a request that nobody has set one for, see {@link HttpRequest#getReadTimeout}. */
    private static final int LIBRARYS_READ_TIMEOUT = 20_000;

    private final TokenSource tokens;
    private AccessToken lent;
    private boolean replaced;

    private TokenPerRequest(TokenSource tokens) {
        this.tokens = tokens;
    }

    /** {@code apiTimeout}: for the head of an answer, unless the request has a read time-out of its own already. */
    static void attach(HttpRequest request, TokenSource tokens, Duration apiTimeout) {
        if (request.getReadTimeout() == LIBRARYS_READ_TIMEOUT) {
            request.setReadTimeout((int) apiTimeout.toMillis());
        }
        TokenPerRequest token = new TokenPerRequest(tokens);
        request.setFollowRedirects(false);
        request.setInterceptor(token);
        request.setUnsuccessfulResponseHandler(token);
    }

    @Override
    public void intercept(HttpRequest request) throws IOException {
        if (!replaced) {
            lent = tokens.acquire();
        }
        request.getHeaders().setAuthorization("Bearer " + lent.value().reveal());
    }

    @Override
    public boolean handleResponse(HttpRequest request, HttpResponse response, boolean isRepeatable) throws IOException {
        if (response.getStatusCode() != UNAUTHORIZED || replaced) {
            return false;
        }
        // Also if this request cannot be repeated: then the next one fares better.
        lent = tokens.acquireInsteadOf(lent);
        replaced = true;
        return isRepeatable;
    }
}
