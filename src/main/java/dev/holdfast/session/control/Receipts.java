package dev.holdfast.session.control;

import dev.holdfast.crypto.control.Hashes;
import dev.holdfast.crypto.control.KeyedHash;
import dev.holdfast.session.entity.Receipt;
import dev.holdfast.session.entity.RefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** Hashes the {@code Idempotency-Key} of a refresh for the row, which never holds the key itself. */
@ApplicationScoped
public class Receipts {

    private static final String PURPOSE = "rotation";

    @Inject KeyedHash keyedHash;

    /** The receipt of a request with that token and key. */
    public Receipt of(RefreshToken token, Optional<String> key) {
        return key.map(sent -> new Receipt(Hashes.sha256UrlSafe(sent),
                        Stream.of(token.generation(), token.generation() - 1)
                                .flatMap(spent -> marks(token.sessionId() + "/" + spent + "/" + sent)).toList()))
                .orElse(Receipt.NONE);
    }

    private Stream<Long> marks(String rotation) {
        return keyedHash.candidates(PURPOSE, rotation).stream().map(Receipts::mark);
    }

    private static long mark(String hash) {
        return ByteBuffer.wrap(Base64.getUrlDecoder().decode(hash)).getLong();
    }
}
