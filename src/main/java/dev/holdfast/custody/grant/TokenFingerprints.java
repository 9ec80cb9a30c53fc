package dev.holdfast.custody.grant;

import dev.holdfast.crypto.control.Hashes;
import dev.holdfast.crypto.control.KeyedHash;
import dev.holdfast.crypto.entity.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Keyed hashes by which a stored refresh token is found when Google names it in a security signal. Google names a token by
 * its first characters or by a double hash (Google, "Protect user accounts with Cross-Account Protection"). Without our keys
 * a stored fingerprint tells nothing of the token.
 */
@ApplicationScoped
public class TokenFingerprints {

    /** The length of the beginning of a token that Google sends. */
    public static final int PREFIX = 16;

    private static final String OF_PREFIX = "google refresh token prefix";
    private static final String OF_DOUBLE_HASH = "google refresh token double hash";

    @Inject KeyedHash keyed;

    /** Both fingerprints of one token, under the key that encrypts now. */
    public record Pair(String prefixHash, String doubleHash) {

        @Override
        public String toString() {
            return "Pair[]";
        }
    }

    /** Returns the fingerprints to store with a token. */
    Pair of(Secret token) {
        return new Pair(keyed.of(OF_PREFIX, prefixOf(token)), keyed.of(OF_DOUBLE_HASH, doubleHashOf(token)));
    }

    /** Returns every fingerprint that may be stored for a token with this beginning, one for each key. */
    public List<String> ofPrefix(String prefix) {
        return keyed.candidates(OF_PREFIX, prefix);
    }

    /** Returns every fingerprint that may be stored for a token with this double hash, in standard base64 with padding. */
    public List<String> ofDoubleHash(String doubleHash) {
        return keyed.candidates(OF_DOUBLE_HASH, doubleHash);
    }

    /** Returns whether the token has one of these fingerprints, under any key. */
    boolean match(Secret token, List<String> fingerprints) {
        return ofPrefix(prefixOf(token)).stream().anyMatch(fingerprints::contains)
                || ofDoubleHash(doubleHashOf(token)).stream().anyMatch(fingerprints::contains);
    }

    private static String prefixOf(Secret token) {
        String value = token.reveal();
        return value.substring(0, Math.min(PREFIX, value.length()));
    }

    private static String doubleHashOf(Secret token) {
        return Hashes.doubleSha512(token.reveal());
    }
}
