package dev.holdfast.google.api;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.JsonFactory;
import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.oauth2.OAuth2Credentials;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.wire.AllowedOrigins;
import dev.holdfast.google.wire.GoogleTrouble;

/**
 * Google's APIs on behalf of one account: the parts that API clients are built with. It holds no token: each request gets
 * one when it is sent. It may be kept, and used by several threads.
 */
public final class GoogleApi {

    private final HttpTransport transport;
    private final GoogleConfig config;
    private final TokenSource tokens;

    GoogleApi(HttpTransport transport, GoogleConfig config, TokenSource tokens) {
        this.transport = transport;
        this.config = config;
        this.tokens = tokens;
    }

    /**
     * Returns the transport, which sends only to Google's APIs and {@code holdfast.google.api-root}: any other origin is
     * an {@link IllegalArgumentException} before anything is sent. It follows no redirect.
     * {@code holdfast.google.timeout} limits connecting and each pause in a body. The head of an answer may take
     * {@code holdfast.google.api-timeout}, or the read time-out that the client sets on a request (1 s to 5 min). One
     * person has at most 16 calls under way; a call that gets no seat in time is a {@link GoogleTrouble}.
     */
    public HttpTransport transport() {
        return transport;
    }

    public JsonFactory json() {
        return GsonFactory.getDefaultInstance();
    }

    /**
     * Returns an initializer that puts a fresh token into each request. After a 401 it forces one refresh, and repeats
     * the request once if the body allows it; a 403 causes neither. A handler or interceptor set on the request later
     * replaces this one.
     */
    public HttpRequestInitializer initializer() {
        return request -> TokenPerRequest.attach(request, tokens, config.apiTimeout());
    }

    /**
     * Returns credentials for clients that are not built on google-http-client, such as gRPC. They are always fresh.
     * {@code toString} and serialisation show no token; {@code getAccessToken()} does. If there is a choice, prefer
     * {@link #initializer()}: it handles a 401.
     */
    public OAuth2Credentials credentials() {
        return LentCredentials.of(tokens);
    }

    /** Returns the root URL for an API's client: the configured root if it is not Google's, else {@code googles}. */
    public String rootUrl(String googles) {
        return AllowedOrigins.isGooglesApi(config.apiRoot()) ? googles
                : config.apiRoot().toString().replaceFirst("/*$", "/");
    }
}
