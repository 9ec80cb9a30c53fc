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
 * Google's APIs on behalf of one account: what their clients are built with. It holds no token; each request asks for one
 * when it leaves. May be kept, and used by several threads.
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
     * Sends to Google's APIs and {@code holdfast.google.api-root} alone: any other origin is an
     * {@link IllegalArgumentException} before anything is sent. Follows no redirect. {@code holdfast.google.timeout}
     * bounds connecting and each pause in a body. The head of an answer may take {@code holdfast.google.api-timeout}, or
     * the read time-out that the client sets on a request (1 s to 5 min). One person has 16 calls on their way at most; a
     * call that finds no seat within a moment is a {@link GoogleTrouble}.
     */
    public HttpTransport transport() {
        return transport;
    }

    public JsonFactory json() {
        return GsonFactory.getDefaultInstance();
    }

    /**
     * Puts a fresh token into each request. On a 401 one forced refresh and one repetition, if the body allows it; on a
     * 403 neither. A handler or interceptor set on the request afterwards replaces this one.
     */
    public HttpRequestInitializer initializer() {
        return request -> TokenPerRequest.attach(request, tokens, config.apiTimeout());
    }

    /**
     * For what is not built on google-http-client, such as gRPC. Always fresh; {@code toString} and serialisation show no
     * token, {@code getAccessToken()} does. Where there is a choice, take {@link #initializer()}: it minds the 401.
     */
    public OAuth2Credentials credentials() {
        return LentCredentials.of(tokens);
    }

    /** The root of an API: Google's own as its client names it, or the configured one if that is not Google's. */
    public String rootUrl(String googles) {
        return AllowedOrigins.isGooglesApi(config.apiRoot()) ? googles
                : config.apiRoot().toString().replaceFirst("/*$", "/");
    }
}
