package dev.holdfast.google.signal;

import com.nimbusds.jose.jwk.JWK;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.JsonBody;
import dev.holdfast.settings.control.HttpUrls;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches a transmitter's keys (RFC 7517 section 5). The requests contain no secret, so they may go to any origin that the
 * settings or Google's document name.
 */
final class PublishedKeys {

    private PublishedKeys() {}

    /** Returns the keys at the address that Google's RISC configuration names, if that is a document of this issuer. */
    static List<JWK> ofRisc(GoogleHttp http, URI configuration, Set<String> issuers) throws GoogleTrouble {
        Map<String, Object> document = JsonBody.document(http.getPublic(configuration, GoogleHttp.JSON_CAP));
        if (!(document.get("issuer") instanceof String issuer && issuers.contains(issuer))) {
            throw new GoogleTrouble("foreign_configuration");
        }
        URI keys = Optional.ofNullable(document.get("jwks_uri")).map(Object::toString).flatMap(HttpUrls::parse)
                .orElseThrow(() -> new GoogleTrouble("unusable_jwks_uri"));
        return at(http, keys);
    }

    static List<JWK> at(GoogleHttp http, URI address) throws GoogleTrouble {
        return JsonBody.keySet(http.getPublic(address, GoogleHttp.JSON_CAP));
    }
}
