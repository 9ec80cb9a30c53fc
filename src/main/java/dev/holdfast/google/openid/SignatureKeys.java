package dev.holdfast.google.openid;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.holdfast.google.discovery.GoogleEndpoints;
import dev.holdfast.google.wire.Answer;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.JsonBody;
import java.net.URI;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fetches Google's JSON Web Key Set (RFC 7517 section 5) with Holdfast's HTTP client. A key of an unknown kind is
 * skipped; the others stay usable.
 */
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
            Answer answer = http.get(url, GoogleHttp.JSON_CAP);
            if (answer.status() != 200) {
                throw new GoogleTrouble("http_" + answer.status());
            }
            return new JWKSet(keys(JsonBody.members(answer.body()).orElseThrow(() -> new GoogleTrouble("unusable_body"))));
        } catch (GoogleTrouble | ParseException unavailable) {
            throw new JWKSetUnavailableException("the key set cannot be had");
        }
    }

    @Override
    public void close() {
        // This source holds no resources.
    }

    private static List<JWK> keys(Map<String, Object> set) throws ParseException {
        Map<String, Object>[] members = JSONObjectUtils.getJSONObjectArray(set, "keys");
        if (members == null) {
            throw new ParseException("no keys", 0);
        }
        List<JWK> keys = new ArrayList<>();
        for (Map<String, Object> member : members) {
            try {
                keys.add(JWK.parse(member));
            } catch (ParseException foreign) {
                // A key of an unknown kind is skipped.
            }
        }
        return keys;
    }
}
