package dev.holdfast.crypto.control;

import dev.holdfast.crypto.entity.EncryptionKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Recognises a value without storing it: HMAC-SHA256 under a key derived from an encryption key, so that nobody without
 * the keys can try out guesses. Writing uses the first key; recognising tries all, so that keys can be rotated.
 */
@ApplicationScoped
public class KeyedHash {

    private static final String HMAC = "HmacSHA256";
    private static final String DERIVATION = "holdfast keyed hash 1";

    private List<byte[]> keys = List.of();

    void use(List<EncryptionKey> encryptionKeys) {
        keys = encryptionKeys.stream().map(key -> hmac(key.material(), DERIVATION)).toList();
    }

    /** Base64url of 32 bytes, under the key that encrypts now. */
    public String of(String purpose, String value) {
        return hash(keys.get(0), purpose, value);
    }

    /** What the value may have been stored as, under any key there is. */
    public List<String> candidates(String purpose, String value) {
        return keys.stream().map(key -> hash(key, purpose, value)).toList();
    }

    private static String hash(byte[] key, String purpose, String value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(key, purpose.length() + ":" + purpose + value));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + HMAC, impossible);
        }
    }
}
