package dev.holdfast.google.openid;

import dev.holdfast.crypto.entity.Secret;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of one authorization request to Google (OpenID Connect Core section 3.1.2.1). The code verifier has 43
 * to 128 unreserved characters (RFC 7636 section 4.1); only its S256 challenge is sent. Scopes are sent as spelled and
 * contain {@code openid}. {@code toString} shows none of the values that protect the flow.
 */
public record AuthorizationRequest(String state, String nonce, Secret codeVerifier, Set<String> scopes,
        Optional<String> loginHint, Consent consent) {

    /**
     * The pages that Google must show ({@code prompt}): only those that it needs, its consent page even to a person who
     * has already agreed, or the choice of accounts.
     */
    public enum Consent { AS_NEEDED, FORCED, ANOTHER_ACCOUNT }

    @Override
    public String toString() {
        return "AuthorizationRequest[scopes=" + scopes + ", consent=" + consent + "]";
    }
}
