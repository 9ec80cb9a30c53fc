package dev.holdfast.session.control;

import dev.holdfast.crypto.control.Hashes;
import dev.holdfast.crypto.control.KeyedHash;
import dev.holdfast.session.entity.Receipt;
import dev.holdfast.session.entity.RefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Hashes the {@code Idempotency-Key} of a refresh for the row, which never holds the key itself. */
@ApplicationScoped
public class Receipts {

    private static final String PURPOSE = "rotation";

    @Inject KeyedHash keyedHash;

    /** The receipt of a request with that token and key. */
    public Receipt of(RefreshToken token, Optional<String> key) {
        return key.map(sent -> new Receipt(Hashes.sha256UrlSafe(sent), marks(token, sent))).orElse(Receipt.NONE);
    }

    private List<Long> marks(RefreshToken token, String key) {
        List<Long> marks = new ArrayList<>();
        for (long spent = token.generation(); spent >= token.generation() - 1; spent--) {
            for (String hash : keyedHash.candidates(PURPOSE, token.sessionId() + "/" + spent + "/" + key)) {
                marks.add(mark(hash));
            }
        }
        return marks;
    }

    private static long mark(String hash) {
        return ByteBuffer.wrap(Base64.getUrlDecoder().decode(hash)).getLong();
    }
}
