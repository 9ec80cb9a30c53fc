package dev.holdfast.google.openid;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import dev.holdfast.google.discovery.GoogleEndpoints;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.JsonBody;
import java.net.URI;

/** Fetches Google's JSON Web Key Set (RFC 7517 section 5) with Holdfast's HTTP client. */
final class SignatureKeys implements JWKSetSource<SecurityContext> {

    private final GoogleEndpoints endpoints;
    private final GoogleHttp http;

    SignatureKeys(GoogleEndpoints endpoints, GoogleHttp http) {
        this.endpoints = endpoints;
        this.http = http;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws KeySourceException {
        try {
            URI url = endpoints.jwks().orElseThrow(() -> new GoogleTrouble("endpoint_unknown"));
            return new JWKSet(JsonBody.keySet(http.get(url, GoogleHttp.JSON_CAP)));
        } catch (GoogleTrouble unavailable) {
            throw new JWKSetUnavailableException("the key set cannot be had");
        }
    }

    @Override
    public void close() {
        // This source holds no resources.
    }
}
