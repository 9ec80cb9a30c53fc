package dev.holdfast.google.signal;

import java.util.Set;

/**
 * The spellings of an issuer. Google's own page about signals writes its issuer with a slash at the end, without one, and
 * without the scheme.
 */
final class IssuerSpellings {

    private IssuerSpellings() {}

    static Set<String> ofGoogle(String issuer) {
        String plain = issuer.replaceFirst("/+$", "");
        String bare = plain.replaceFirst("^https?://", "");
        return Set.of(plain, plain + "/", bare);
    }
}
