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
 * Recognises a value without storing it, by HMAC-SHA256 under a key derived from an encryption key: only a holder of the
 * keys can try out guesses. The first key makes new hashes; all keys recognise them, so that keys can be rotated.
 */
@ApplicationScoped
public class KeyedHash {

    private static final String HMAC = "HmacSHA256";
    private static final String DERIVATION = "holdfast keyed hash 1";

    private List<byte[]> keys = List.of();

    void use(List<EncryptionKey> encryptionKeys) {
        keys = encryptionKeys.stream().map(key -> hmac(key.material(), DERIVATION)).toList();
    }

    /** Returns the hash under the key that encrypts now: base64url of 32 bytes. */
    public String of(String purpose, String value) {
        return hash(keys.get(0), purpose, value);
    }

    /** Returns every hash that may be stored for the value, one for each key. */
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
