package dev.holdfast.google.control;

import com.google.api.client.http.HttpExecuteInterceptor;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpUnsuccessfulResponseHandler;
import dev.holdfast.google.entity.AccessToken;
import java.io.IOException;

/**
 * The token of one request of an API client: asked for when the request leaves, replaced by one forced refresh if the API
 * answers 401, and the request repeated once if its body can be. Never more, and never on a 403. The library's own adapter
 * would make eleven calls and eleven refreshes of it.
 */
final class TokenPerRequest implements HttpExecuteInterceptor, HttpUnsuccessfulResponseHandler {

    private static final int UNAUTHORIZED = 401;

    private final TokenSource tokens;
    private AccessToken lent;
    private boolean replaced;

    private TokenPerRequest(TokenSource tokens) {
        this.tokens = tokens;
    }

    static void attach(HttpRequest request, TokenSource tokens) {
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
