package dev.holdfast.google.api;

import com.google.api.client.http.HttpExecuteInterceptor;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpUnsuccessfulResponseHandler;
import dev.holdfast.google.token.AccessToken;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The token of one request of an API client, acquired when the request is sent. If the API answers 401, one forced
 * refresh replaces it, and the request is repeated once if its body allows it; a 403 causes neither. The library's own
 * adapter would make eleven calls and eleven refreshes.
 */
final class TokenPerRequest implements HttpExecuteInterceptor, HttpUnsuccessfulResponseHandler {

    private static final int UNAUTHORIZED = 401;

    /** The library's default, of a request without a read time-out of its own, see {@link HttpRequest#getReadTimeout}. */
    private static final int LIBRARYS_READ_TIMEOUT = 20_000;

    private final TokenSource tokens;
    private @Nullable AccessToken lent;
    private boolean replaced;

    private TokenPerRequest(TokenSource tokens) {
        this.tokens = tokens;
    }

    /**
     * Attaches a token to a request. {@code apiTimeout} limits the wait for the head of an answer unless the request
     * already has a read time-out of its own.
     */
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
        AccessToken token = replaced && lent != null ? lent : tokens.acquire();
        lent = token;
        request.getHeaders().setAuthorization("Bearer " + token.value().reveal());
    }

    @Override
    public boolean handleResponse(HttpRequest request, HttpResponse response, boolean isRepeatable) throws IOException {
        if (response.getStatusCode() != UNAUTHORIZED || replaced || lent == null) {
            return false;
        }
        // A request that cannot be repeated also forces the refresh: the next request then has a good token.
        lent = tokens.acquireInsteadOf(lent);
        replaced = true;
        return isRepeatable;
    }
}
