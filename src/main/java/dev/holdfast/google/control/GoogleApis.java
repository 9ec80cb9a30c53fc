package dev.holdfast.google.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Any API of Google, called with the tokens of whoever keeps them. */
@ApplicationScoped
public class GoogleApis {

    private GoogleConfig config;
    private ApiTransport transport;

    protected GoogleApis() {}

    @Inject
    public GoogleApis(GoogleConfig config, GoogleHttp http) {
        this.config = config;
        this.transport = new ApiTransport(http);
    }

    public GoogleApi calledWith(TokenSource tokens) {
        return new GoogleApi(transport, config, tokens);
    }
}
