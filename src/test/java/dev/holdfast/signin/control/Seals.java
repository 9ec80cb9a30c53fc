package dev.holdfast.signin.control;

import dev.holdfast.crypto.control.Envelope;
import dev.holdfast.crypto.control.KeyedHashes;
import dev.holdfast.crypto.control.RandomTokens;
import dev.holdfast.crypto.entity.EncryptionKey;
import java.util.List;

/** Real encryption for tests, each seal with a key of its own. */
public final class Seals {

    private Seals() {}

    /** Real states, under a key of their own. */
    public static StateValues states() {
        return new StateValues(KeyedHashes.generated());
    }

    public static TransactionSeal seal() {
        Envelope envelope = new Envelope();
        envelope.use(List.of(EncryptionKey.generated(1, RandomTokens.bytes(EncryptionKey.LENGTH))));
        return new TransactionSeal(envelope);
    }
}
