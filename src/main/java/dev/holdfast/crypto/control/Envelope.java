package dev.holdfast.crypto.control;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.holdfast.crypto.entity.AssociatedData;
import dev.holdfast.crypto.entity.EncryptionKey;
import dev.holdfast.crypto.entity.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/**
 * Encrypts at rest: AES-256-GCM with a random nonce under the first of the configured keys, bound to its associated
 * data. The format is Tink's: one byte {@code 01}, four bytes key number (big endian), twelve bytes nonce, ciphertext,
 * sixteen bytes tag. Equal plaintexts give different ciphertexts.
 */
@ApplicationScoped
public class Envelope {

    private static final byte TINK_PREFIX = 1;
    private static final int HEADER = 5;

    private Aead aead;
    private int primary;

    /** Sets the keys; called once, before the first use. */
    public void use(List<EncryptionKey> keys) {
        try {
            this.aead = keyset(keys).getPrimitive(AeadConfig2026.get(), Aead.class);
            this.primary = keys.get(0).number();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the encryption keys cannot be used", impossible);
        }
    }

    public byte[] encrypt(Secret plaintext, AssociatedData associatedData) {
        try {
            return aead.encrypt(plaintext.reveal().getBytes(StandardCharsets.UTF_8), associatedData.bytes());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("encryption failed", impossible);
        }
    }

    /** Decrypts; empty if no key here fits: the key is missing, the bytes were changed, or they belong to another place. */
    public Optional<Secret> decrypt(byte[] ciphertext, AssociatedData associatedData) {
        try {
            byte[] plaintext = aead.decrypt(ciphertext, associatedData.bytes());
            return Optional.of(Secret.of(new String(plaintext, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException refused) {
            return Optional.empty();
        }
    }

    /** Decrypts as {@link #decrypt} does, for data that this server has stored: a failure also alerts operators. */
    public Optional<Secret> decryptStored(byte[] ciphertext, AssociatedData associatedData) {
        Optional<Secret> plaintext = decrypt(ciphertext, associatedData);
        if (plaintext.isEmpty()) {
            CryptoLog.cannotDecrypt(associatedData.parts().get(0), keyNumber(ciphertext));
        }
        return plaintext;
    }

    /** Returns the number of the key that the ciphertext names; 0 if the ciphertext is not in our format. */
    public int keyNumber(byte[] ciphertext) {
        boolean ours = ciphertext.length > HEADER && ciphertext[0] == TINK_PREFIX;
        return ours ? ByteBuffer.wrap(ciphertext).getInt(1) : 0;
    }

    /** Returns the number of the key that encrypts now. */
    public int primaryKeyNumber() {
        return primary;
    }

    private static KeysetHandle keyset(List<EncryptionKey> keys) throws GeneralSecurityException {
        KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
        for (int i = 0; i < keys.size(); i++) {
            KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(tinkKey(keys.get(i)));
            keyset.addEntry(i == 0 ? entry.makePrimary() : entry);
        }
        return keyset.build();
    }

    private static AesGcmKey tinkKey(EncryptionKey key) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(EncryptionKey.LENGTH).setIvSizeBytes(12).setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        return AesGcmKey.builder()
                .setParameters(parameters)
                .setIdRequirement(key.number())
                .setKeyBytes(SecretBytes.copyFrom(key.material(), InsecureSecretKeyAccess.get()))
                .build();
    }
}
