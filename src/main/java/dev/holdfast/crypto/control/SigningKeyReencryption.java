package dev.holdfast.crypto.control;

import dev.holdfast.crypto.entity.AssociatedData;
import dev.holdfast.crypto.entity.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Moves the keys of our own JWTs to the key that encrypts now. They are few, so one page holds all of them. */
@ApplicationScoped
public class SigningKeyReencryption implements Reencryptable {

    @Inject SigningKeyStore store;
    @Inject Envelope envelope;

    @Override
    public String name() {
        return "signing keys";
    }

    @Override
    public Page reencryptAfter(String after, int most) {
        List<SigningKey> old = store.all().stream()
                .filter(key -> envelope.keyNumber(key.material()) != envelope.primaryKeyNumber()).toList();
        int moved = (int) old.stream().filter(this::move).count();
        return new Page(Optional.empty(), moved, old.size() - moved);
    }

    private boolean move(SigningKey key) {
        AssociatedData bound = SigningKey.associatedData(key.purpose(), key.kid());
        return envelope.decrypt(key.material(), bound)
                .filter(jwk -> store.rewrap(key.kid(), envelope.encrypt(jwk, bound)))
                .isPresent();
    }
}
