package dev.holdfast.google.api;

import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.wire.GoogleHttp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Any API of Google, called with the tokens of whoever keeps them. */
@ApplicationScoped
public class GoogleApis {

    private GoogleConfig config;
    private GoogleHttp http;
    private ApiCalls calls;

    protected GoogleApis() {}

    @Inject
    public GoogleApis(GoogleConfig config, GoogleHttp http, ApiCalls calls) {
        this.config = config;
        this.http = http;
        this.calls = calls;
    }

    /** {@code accountId}: whose tokens these are, and whose seats the calls take. */
    public GoogleApi calledWith(UUID accountId, TokenSource tokens) {
        return new GoogleApi(new ApiTransport(http, calls.seats(), calls.disabled(), accountId), config, tokens);
    }
}
