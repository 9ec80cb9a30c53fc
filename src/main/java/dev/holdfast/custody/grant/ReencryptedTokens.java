package dev.holdfast.custody.grant;

import java.util.Optional;

/** The tokens of one grant under the primary key. An access token that no key decrypts is worthless and dropped. */
record ReencryptedTokens(Optional<byte[]> refreshToken, Optional<byte[]> accessToken,
        Optional<TokenFingerprints.Pair> fingerprints) {

    @Override
    public String toString() {
        return "ReencryptedTokens[]";
    }
}
