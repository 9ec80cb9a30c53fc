package dev.holdfast.crypto.control;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.holdfast.crypto.entity.KeyPurpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Signs claims, and returns the claims of tokens that our keys have signed. The caller decides what the claims mean
 * (times, audience, issuer).
 */
@ApplicationScoped
public class TokenSigner {

    /** The limit on the length of a token, longer than any token of ours. */
    private static final int LONGEST = 4096;

    private static final Duration RELOAD_AT_MOST_EVERY = Duration.ofSeconds(2);

    @Inject SigningKeys keys;

    /**
     * Returns a compact JWS (RFC 7515) by the key that signs, or signed, at {@code time}. HS256 gives the same string for
     * the same input.
     */
    public String sign(KeyPurpose purpose, Map<String, Object> claims, Instant time) {
        return keys.signingAt(purpose, time).sign(ClaimsJson.of(claims));
    }

    /** Returns the claims if a key of that purpose has signed exactly this token; empty for any other text. */
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

    /** Avoids look-ups: only a header as long as ours can be that of a key which another node has just made. */
    private boolean couldBeOurs(KeyPurpose purpose, String headerSegment) {
        return headerSegment.length() == keys.signingAt(purpose, Instant.MAX).headerSegment().length();
    }

    private static Map<String, Object> claims(String payload) {
        try {
            return JSONObjectUtils.parse(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
        } catch (ParseException impossible) {
            throw new IllegalStateException("a token signed by us is no JSON object", impossible);
        }
    }
}
