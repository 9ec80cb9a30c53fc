package dev.holdfast.crypto.control;

import dev.holdfast.crypto.entity.EncryptionKey;
import java.util.List;

/** Real keyed hashes for tests, each under a key of its own. */
public final class KeyedHashes {

    private KeyedHashes() {}

    public static KeyedHash generated() {
        KeyedHash hash = new KeyedHash();
        hash.use(List.of(EncryptionKey.generated(1, RandomTokens.bytes(EncryptionKey.LENGTH))));
        return hash;
    }
}
