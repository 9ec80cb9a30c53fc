package dev.holdfast.standin.grant;

import java.util.LinkedHashSet;
import java.util.Set;

/** A valid authorization request (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1). */
public record StandInAuthorizationRequest(
        String client,
        String redirectUri,
        Set<String> scopes,
        String state,
        String nonce,
        CodeChallenge challenge,
        Set<String> prompt,
        boolean offline,
        boolean includeGrantedScopes,
        String loginHint,
        String hostedDomain) {

    public boolean prompts(String what) {
        return prompt.contains(what);
    }

    /** Returns the scopes that a token will cover when the person allows {@code ticked}. */
    public Set<String> granted(Set<String> ticked, Set<String> before) {
        Set<String> granted = new LinkedHashSet<>(ticked);
        if (includeGrantedScopes) {
            granted.addAll(before);
        }
        return granted;
    }
}
