package dev.holdfast.crypto.control;

import dev.holdfast.crypto.entity.KeyPurpose;
import dev.holdfast.crypto.entity.SigningKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows of the signing keys in memory, for all nodes of a test. */
final class MemorySigningKeys extends SigningKeyStore {

    private final List<SigningKey> rows = new ArrayList<>();

    @Override
    List<SigningKey> all() {
        return rows.stream().sorted(Comparator.comparing(SigningKey::signsFrom)).toList();
    }

    @Override
    void insert(SigningKey key) {
        rows.add(key);
    }

    @Override
    boolean insertAfter(SigningKey last, SigningKey successor) {
        return last(successor.purpose()).kid().equals(last.kid()) && rows.add(successor);
    }

    @Override
    void delete(List<String> kids) {
        rows.removeIf(key -> kids.contains(key.kid()));
    }

    private SigningKey last(KeyPurpose purpose) {
        return all().stream().filter(key -> key.purpose() == purpose).reduce((earlier, later) -> later).orElseThrow();
    }
}
