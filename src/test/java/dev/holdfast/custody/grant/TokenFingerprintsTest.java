package dev.holdfast.custody.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.control.Hashes;
import dev.holdfast.crypto.control.KeyedHashes;
import dev.holdfast.crypto.entity.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By which a stored refresh token is found when Google names it. */
class TokenFingerprintsTest {

    private static final Secret TOKEN = Secret.of("1//0gAbCdEfGhIjKlMnOpQrStUvWxYz");

    private final TokenFingerprints fingerprints = new TokenFingerprints();

    TokenFingerprintsTest() {
        fingerprints.keyed = KeyedHashes.generated();
    }

    @Test
    void ofWhenStoredThenFoundByBothManners() {
        TokenFingerprints.Pair stored = fingerprints.of(TOKEN);

        assertTrue(fingerprints.ofPrefix("1//0gAbCdEfGhIjK").contains(stored.prefixHash()));
        assertTrue(fingerprints.ofDoubleHash(Hashes.doubleSha512(TOKEN.reveal())).contains(stored.doubleHash()));
        assertTrue(fingerprints.match(TOKEN, List.of(stored.prefixHash())));
        assertFalse(fingerprints.match(Secret.of("1//0gAnother"), List.of(stored.prefixHash(), stored.doubleHash())));
        assertFalse(stored.toString().contains(stored.prefixHash()));
    }

    /** SHA-512 of SHA-512 of the bytes {@code abc}, in standard base64 with padding. */
    @Test
    void doubleHashWhenMadeThenAsGoogleWritesIt() {
        assertEquals("NzqfOpAs9WEAO1E8lMUWS6SvE1y8TrTYVriepWCVI/Ew"
                + "u+XkU+bGRbJ2WiZarrE5DILJExMIcGNs0Mjs+YDYUQ==", Hashes.doubleSha512("abc"));
    }
}
