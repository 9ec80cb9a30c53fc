package dev.holdfast.google.api;

import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.wire.GoogleHttp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Provides any Google API, called with the tokens of one account. */
@ApplicationScoped
public class GoogleApis {

    private GoogleConfig config;
    private GoogleHttp http;
    private ApiCallLimits calls;

    protected GoogleApis() {}

    @Inject
    public GoogleApis(GoogleConfig config, GoogleHttp http, ApiCallLimits calls) {
        this.config = config;
        this.http = http;
        this.calls = calls;
    }

    /** Returns the APIs for one account. {@code accountId}: the owner of {@code tokens}, whose seats the calls take. */
    public GoogleApi calledWith(UUID accountId, TokenSource tokens) {
        return new GoogleApi(new ApiTransport(http, calls.seats(), calls.disabled(), accountId), config, tokens);
    }
}
