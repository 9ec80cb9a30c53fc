package dev.holdfast.signin.control;

import dev.holdfast.crypto.control.KeyedHash;
import dev.holdfast.crypto.control.RandomTokens;
import dev.holdfast.crypto.entity.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Values for {@code state}: 43 characters that hold 128 random bits, the second of creation and a keyed check. Only the
 * cookie of its flow binds a state to its browser. The check and the time serve another purpose: if that cookie is
 * missing, they tell why the sign-in failed.
 */
@ApplicationScoped
public class StateValues {

    private static final String PURPOSE = "signin-state";
    private static final int RANDOM_BYTES = 16;
    private static final int SIGNED_BYTES = RANDOM_BYTES + Integer.BYTES;
    private static final int BYTES = 32;

    private KeyedHash keyedHash;

    protected StateValues() {}

    @Inject
    public StateValues(KeyedHash keyedHash) {
        this.keyedHash = keyedHash;
    }

    public Secret fresh(Instant now) {
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES).put(RandomTokens.bytes(RANDOM_BYTES))
                .putInt((int) now.getEpochSecond()).array();
        byte[] check = shortened(keyedHash.of(PURPOSE, urlSafe(signed)));
        return Secret.of(urlSafe(ByteBuffer.allocate(BYTES).put(signed).put(check).array()));
    }

    /** The second in which this state was created; empty if this application did not create it. */
    public Optional<Instant> madeAt(Secret state) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(state.reveal());
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
        return bytes.length == BYTES && isOurs(bytes)
                ? Optional.of(Instant.ofEpochSecond(Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(RANDOM_BYTES))))
                : Optional.empty();
    }

    private boolean isOurs(byte[] bytes) {
        byte[] check = Arrays.copyOfRange(bytes, SIGNED_BYTES, BYTES);
        return keyedHash.candidates(PURPOSE, urlSafe(Arrays.copyOf(bytes, SIGNED_BYTES))).stream()
                .anyMatch(hash -> MessageDigest.isEqual(check, shortened(hash)));
    }

    private static byte[] shortened(String hash) {
        return Arrays.copyOf(Base64.getUrlDecoder().decode(hash), BYTES - SIGNED_BYTES);
    }

    private static String urlSafe(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
