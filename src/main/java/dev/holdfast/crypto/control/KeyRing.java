package dev.holdfast.crypto.control;

import com.nimbusds.jose.jwk.JWKSet;
import dev.holdfast.crypto.entity.KeyPurpose;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys in use on this node, in the order in which they sign. Immutable; replaced as a whole. */
public final class KeyRing {

    private final Map<KeyPurpose, List<JwsKey>> keys;
    private final Map<String, JwsKey> byHeader = new HashMap<>();
    private final Map<KeyPurpose, String> publicJwkSets = new EnumMap<>(KeyPurpose.class);

    KeyRing(Map<KeyPurpose, List<JwsKey>> keys) {
        this.keys = new EnumMap<>(keys);
        keys.values().forEach(list -> list.forEach(key -> byHeader.put(key.headerSegment(), key)));
        keys.forEach((purpose, list) -> publicJwkSets.put(purpose, jwkSet(list)));
    }

    static KeyRing empty() {
        return new KeyRing(new EnumMap<>(KeyPurpose.class));
    }

    /** Returns the key that signs, or signed, at that time. */
    JwsKey signingAt(KeyPurpose purpose, Instant time) {
        List<JwsKey> ordered = keys.getOrDefault(purpose, List.of());
        for (int i = ordered.size() - 1; i >= 0; i--) {
            if (!ordered.get(i).signsFrom().isAfter(time)) {
                return ordered.get(i);
            }
        }
        return ordered.stream().findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + purpose + " key has been loaded"));
    }

    boolean canSign(KeyPurpose purpose) {
        return !keys.getOrDefault(purpose, List.of()).isEmpty();
    }

    Optional<JwsKey> ofHeader(KeyPurpose purpose, String headerSegment) {
        return Optional.ofNullable(byHeader.get(headerSegment))
                .filter(key -> keys.getOrDefault(purpose, List.of()).contains(key));
    }

    /** Returns the public halves as a JWK set (RFC 7517 section 5); symmetric keys have none. */
    String publicJwkSet(KeyPurpose purpose) {
        return publicJwkSets.getOrDefault(purpose, "{\"keys\":[]}");
    }

    private static String jwkSet(List<JwsKey> keys) {
        return new JWKSet(keys.stream().map(JwsKey::publicJwk).flatMap(Optional::stream).toList()).toString(true);
    }
}
