package dev.holdfast.custody.grant;

import java.util.Optional;

/** The tokens of one grant under today's key; an access token that no key opens is worth nothing and is dropped. */
record ReencryptedTokens(Optional<byte[]> refreshToken, Optional<byte[]> accessToken) {

    @Override
    public String toString() {
        return "ReencryptedTokens[]";
    }
}
