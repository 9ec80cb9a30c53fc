package dev.holdfast.custody.grant;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Google's tokens as stored: encrypted, with their times and scopes unencrypted. Fingerprints come with a refresh token, and
 * with nothing else.
 */
public record EncryptedTokens(byte[] accessToken, Instant issuedAt, Instant expiresAt, Set<String> scopes,
        Optional<byte[]> refreshToken, Optional<Instant> refreshTokenExpiresAt, Optional<TokenFingerprints.Pair> fingerprints) {

    @Override
    public String toString() {
        return "EncryptedTokens[until " + expiresAt + "]";
    }
}
