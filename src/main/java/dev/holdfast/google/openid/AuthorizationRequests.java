package dev.holdfast.google.openid;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.discovery.GoogleEndpoints;
import dev.holdfast.settings.entity.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/** Builds the URI of an authorization request, to which a browser is sent (RFC 6749 section 4.1.1, RFC 7636 section 4.3). */
@ApplicationScoped
public class AuthorizationRequests {

    static final String CALLBACK_PATH = "/auth/callback";

    private GoogleConfig config;
    private GoogleEndpoints endpoints;
    private PublicUrl publicUrl;

    protected AuthorizationRequests() {}

    @Inject
    public AuthorizationRequests(GoogleConfig config, GoogleEndpoints endpoints, PublicUrl publicUrl) {
        this.config = config;
        this.endpoints = endpoints;
        this.publicUrl = publicUrl;
    }

    /** Returns the URI; empty while Google's authorization endpoint is unknown. */
    public Optional<URI> uri(AuthorizationRequest request) {
        return endpoints.authorization().map(endpoint -> parameters(request).endpointURI(endpoint).build().toURI());
    }

    private AuthenticationRequest.Builder parameters(AuthorizationRequest request) {
        var parameters = new AuthenticationRequest.Builder(ResponseType.CODE,
                new Scope(request.scopes().toArray(String[]::new)), new ClientID(config.clientId()),
                publicUrl.resolve(CALLBACK_PATH))
                .state(new State(request.state()))
                .nonce(new Nonce(request.nonce()))
                .codeChallenge(new CodeVerifier(request.codeVerifier().reveal()), CodeChallengeMethod.S256)
                .customParameter("access_type", "offline")
                .customParameter("include_granted_scopes", "true");
        request.loginHint().ifPresent(parameters::loginHint);
        switch (request.consent()) {
            case FORCED -> parameters.prompt(new Prompt(Prompt.Type.CONSENT));
            case ANOTHER_ACCOUNT -> parameters.prompt(new Prompt(Prompt.Type.SELECT_ACCOUNT));
            case AS_NEEDED -> { }
        }
        return parameters;
    }
}
