package dev.holdfast.google.signal;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.holdfast.google.wire.Answer;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.JsonBody;
import dev.holdfast.settings.control.HttpUrls;
import java.net.URI;
import java.text.ParseException;
import java.util.ArrayList;
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
        Map<String, Object> document = document(http, configuration);
        if (!(document.get("issuer") instanceof String issuer && issuers.contains(issuer))) {
            throw new GoogleTrouble("foreign_configuration");
        }
        URI keys = Optional.ofNullable(document.get("jwks_uri")).map(Object::toString).flatMap(HttpUrls::parse)
                .orElseThrow(() -> new GoogleTrouble("unusable_jwks_uri"));
        return at(http, keys);
    }

    static List<JWK> at(GoogleHttp http, URI address) throws GoogleTrouble {
        try {
            Map<String, Object>[] members = JSONObjectUtils.getJSONObjectArray(document(http, address), "keys");
            if (members == null) {
                throw new GoogleTrouble("no_keys");
            }
            List<JWK> keys = new ArrayList<>();
            for (Map<String, Object> member : members) {
                add(member, keys);
            }
            return keys;
        } catch (ParseException unusable) {
            throw new GoogleTrouble("unusable_body");
        }
    }

    private static void add(Map<String, Object> member, List<JWK> keys) {
        try {
            keys.add(JWK.parse(member));
        } catch (ParseException foreign) {
            // A key of an unknown kind is skipped.
        }
    }

    private static Map<String, Object> document(GoogleHttp http, URI address) throws GoogleTrouble {
        Answer answer = http.getPublic(address, GoogleHttp.JSON_CAP);
        if (answer.status() != 200) {
            throw new GoogleTrouble("http_" + answer.status());
        }
        return JsonBody.members(answer.body()).orElseThrow(() -> new GoogleTrouble("unusable_body"));
    }
}
