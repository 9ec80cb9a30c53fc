package dev.holdfast.google.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Any API of Google, called with the tokens of whoever keeps them. */
@ApplicationScoped
public class GoogleApis {

    private GoogleConfig config;
    private GoogleHttp http;

    protected GoogleApis() {}

    @Inject
    public GoogleApis(GoogleConfig config, GoogleHttp http) {
        this.config = config;
        this.http = http;
    }

    /** {@code accountId}: whose tokens these are, and whose seats the calls take. */
    public GoogleApi calledWith(UUID accountId, TokenSource tokens) {
        return new GoogleApi(new ApiTransport(http, http.seats(), accountId), config, tokens);
    }
}
