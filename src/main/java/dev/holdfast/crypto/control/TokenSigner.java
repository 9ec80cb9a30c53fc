package dev.holdfast.crypto.control;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.holdfast.crypto.entity.KeyPurpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Signs claims and gives back the claims of what one of our keys has signed. What the claims say (times, audience,
 * issuer) is for the caller to decide.
 */
@ApplicationScoped
public class TokenSigner {

    /** Longer than any token of ours. */
    private static final int LONGEST = 4096;

    private static final Duration RELOAD_AT_MOST_EVERY = Duration.ofSeconds(2);

    @Inject SigningKeys keys;

    /** A compact JWS (RFC 7515) by the key that signs, or signed, at {@code time}; HS256 gives the same string each time. */
    public String sign(KeyPurpose purpose, Map<String, Object> claims, Instant time) {
        return keys.signingAt(purpose, time).sign(JSONObjectUtils.toJSONString(claims));
    }

    /** The claims, if a key of that purpose has signed exactly this; empty for anything else, whatever is wrong with it. */
    public Optional<Map<String, Object>> verify(KeyPurpose purpose, String compact) {
        int first = compact.indexOf('.');
        int last = compact.lastIndexOf('.');
        if (compact.length() > LONGEST || first < 0 || first == last || compact.indexOf('.', first + 1) != last) {
            return Optional.empty();
        }
        return keyOf(purpose, compact.substring(0, first))
                .filter(key -> key.verifies(compact.substring(0, last), compact.substring(last + 1)))
                .map(key -> claims(compact.substring(first + 1, last)));
    }

    private Optional<JwsKey> keyOf(KeyPurpose purpose, String headerSegment) {
        Optional<JwsKey> known = keys.ring().ofHeader(purpose, headerSegment);
        if (known.isPresent() || !couldBeOurs(purpose, headerSegment)) {
            return known;
        }
        keys.lookForNew(RELOAD_AT_MOST_EVERY);
        return keys.ring().ofHeader(purpose, headerSegment);
    }

    /** Only a header as long as ours can be that of a key another node has just made; the rest costs no look-up. */
    private boolean couldBeOurs(KeyPurpose purpose, String headerSegment) {
        return headerSegment.length() == keys.signingAt(purpose, Instant.MAX).headerSegment().length();
    }

    private static Map<String, Object> claims(String payload) {
        try {
            return JSONObjectUtils.parse(new Base64URL(payload).decodeToString());
        } catch (ParseException impossible) {
            throw new IllegalStateException("a token signed by us is no JSON object", impossible);
        }
    }
}
