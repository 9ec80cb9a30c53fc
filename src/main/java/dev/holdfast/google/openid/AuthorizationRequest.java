package dev.holdfast.google.openid;

import dev.holdfast.crypto.entity.Secret;
import java.util.Optional;
import java.util.Set;

/**
 * What one trip to Google asks for (OpenID Connect Core section 3.1.2.1). The code verifier is 43 to 128 unreserved
 * characters (RFC 7636 section 4.1); only its S256 challenge travels. Scopes are sent as spelled and contain
 * {@code openid}. Printing it shows none of the values that protect the flow.
 */
public record AuthorizationRequest(String state, String nonce, Secret codeVerifier, Set<String> scopes,
        Optional<String> loginHint, Consent consent) {

    /**
     * What Google must show even to a person who has already agreed ({@code prompt}): nothing more than it needs to, its
     * consent page, or the choice of accounts.
     */
    public enum Consent { AS_NEEDED, FORCED, ANOTHER_ACCOUNT }

    @Override
    public String toString() {
        return "AuthorizationRequest[scopes=" + scopes + ", consent=" + consent + "]";
    }
}
