package dev.holdfast.google.signal;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import dev.holdfast.google.wire.GoogleTrouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The RSA keys of one transmitter. Anyone can send tokens with made-up key ids, so an unknown id fetches the keys at most once
 * in {@link #PAUSE}, one fetch at a time, and no caller waits for the fetch of another. During an outage known keys serve
 * for {@link #SERVE_IN_OUTAGE}.
 */
final class TransmitterKeys {

    static final Duration GOOD_FOR = Duration.ofHours(1);
    static final Duration SERVE_IN_OUTAGE = Duration.ofHours(24);
    static final Duration PAUSE = Duration.ofSeconds(60);
    static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final Source source;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Known known = new Known(Map.of(), Instant.MIN, Instant.MIN, false);

    /** Fetches the published keys. */
    interface Source {
        List<JWK> fetch() throws GoogleTrouble;
    }

    /** The answer to the question for a key. */
    sealed interface Lookup {

        record Found(JWK key) implements Lookup {}

        record Unknown() implements Lookup {}

        record Unavailable() implements Lookup {}
    }

    private record Known(Map<String, JWK> keys, Instant fetchedAt, Instant askAgainAt, boolean fetched) {

        boolean serveAt(Instant now) {
            return now.isBefore(fetchedAt.plus(SERVE_IN_OUTAGE));
        }

        boolean areGoodAt(Instant now) {
            return now.isBefore(fetchedAt.plus(GOOD_FOR));
        }
    }

    TransmitterKeys(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    Lookup find(String keyId) {
        Instant now = clock.instant();
        Known before = known;
        if (before.areGoodAt(now) && before.keys().containsKey(keyId)) {
            return new Lookup.Found(before.keys().get(keyId));
        }
        boolean asked = fetchIfDue(now);
        Known after = known;
        if (after.serveAt(now) && after.keys().containsKey(keyId)) {
            return new Lookup.Found(after.keys().get(keyId));
        }
        return asked && after.fetched() ? new Lookup.Unknown() : new Lookup.Unavailable();
    }

    /** Returns false if another caller is just fetching: then it is not known yet whether a key exists. */
    private boolean fetchIfDue(Instant now) {
        if (now.isBefore(known.askAgainAt())) {
            return true;
        }
        if (!fetching.tryLock()) {
            return false;
        }
        try {
            if (!now.isBefore(known.askAgainAt())) {
                known = fetched(now);
            }
            return true;
        } finally {
            fetching.unlock();
        }
    }

    private Known fetched(Instant now) {
        try {
            Map<String, JWK> keys = new HashMap<>();
            source.fetch().stream().filter(TransmitterKeys::signs).forEach(key -> keys.put(key.getKeyID(), key));
            return new Known(Map.copyOf(keys), now, now.plus(PAUSE), true);
        } catch (GoogleTrouble unavailable) {
            return new Known(known.keys(), known.fetchedAt(), now.plus(PAUSE_AFTER_FAILURE), false);
        }
    }

    private static boolean signs(JWK key) {
        return key.getKeyID() != null && KeyType.RSA.equals(key.getKeyType())
                && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()));
    }
}
