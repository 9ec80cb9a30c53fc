package dev.holdfast.crypto.control;

import com.nimbusds.jose.jwk.JWK;
import dev.holdfast.crypto.entity.KeyPlan;
import dev.holdfast.crypto.entity.KeyPurpose;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.crypto.entity.SigningKey;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of our own JWTs, shared by all nodes through the database and encrypted there. A key is published before it
 * signs and served until the last token it signed has expired. Successors are made on schedule by the node that is first.
 */
@ApplicationScoped
public class SigningKeys {

    @Inject SigningKeyStore store;
    @Inject Envelope envelope;
    @Inject @DatabaseTime Clock clock;

    private volatile KeyRing ring = KeyRing.empty();
    private volatile List<SigningKey> known = List.of();
    private volatile List<KeyPlan> plans = List.of();
    private volatile @Nullable Instant loadedAt;
    private final AtomicReference<Instant> lookedAt = new AtomicReference<>(Instant.EPOCH);

    /**
     * Makes and loads the keys that the plans ask for.
     *
     * @throws IllegalStateException if a stored key cannot be decrypted or used here
     */
    public void use(List<KeyPlan> keyPlans) {
        plans = List.copyOf(keyPlans);
        plans.forEach(this::makeFirst);
        maintain();
    }

    /** Makes due successors, deletes keys whose last token has expired and loads the stored keys; called on schedule. */
    public synchronized void maintain() {
        Instant now = clock.instant();
        List<SigningKey> stored = store.all();
        boolean changed = false;
        for (KeyPlan plan : plans) {
            changed |= succeed(plan, stored, now) | dropDead(plan, stored, now);
        }
        load(changed ? store.all() : stored);
    }

    /** Logs that {@link #maintain} has failed on schedule; the keys in memory stay in use. */
    public void notMaintained(Throwable failed) {
        CryptoLog.signingKeysNotReloaded(failed);
    }

    /**
     * Loads the keys that other nodes have made, but makes none. At most one caller does so at a time, and none within
     * {@code atMostEvery} of the last try. All other callers go on at once with the known keys, because any client can
     * cause this call.
     */
    void lookForNew(Duration atMostEvery) {
        Instant now = clock.instant();
        Instant last = lookedAt.get();
        if (Duration.between(last, now).compareTo(atMostEvery) < 0 || !lookedAt.compareAndSet(last, now)) {
            return;
        }
        try {
            reload();
        } catch (RuntimeException failed) {
            CryptoLog.signingKeysNotReloaded(failed);
        }
    }

    /** Never runs beside {@link #maintain}: an older result would replace newer keys. */
    private synchronized void reload() {
        load(store.all());
    }

    public JwsKey signingAt(KeyPurpose purpose, Instant time) {
        return ring.signingAt(purpose, time);
    }

    public KeyRing ring() {
        return ring;
    }

    /** Returns the public halves as a JWK set (RFC 7517 section 5); symmetric keys are never in it. */
    public String publicJwkSet(KeyPurpose purpose) {
        return ring.publicJwkSet(purpose);
    }

    /** The time since which the key that signs now has been in use. */
    public Optional<Instant> inUseSince(KeyPurpose purpose) {
        Instant now = clock.instant();
        return known.stream().filter(key -> key.purpose() == purpose && !key.signsFrom().isAfter(now))
                .reduce((earlier, later) -> later).map(SigningKey::inUseSince);
    }

    /** Whether each requested purpose has a key to sign with; false before {@link #use}. */
    public boolean isComplete() {
        KeyRing loaded = ring;
        return !plans.isEmpty() && plans.stream().allMatch(plan -> loaded.canSign(plan.purpose()));
    }

    /** The time for which a key of that purpose signs; empty before {@link #use}. */
    public Optional<Duration> lifetime(KeyPurpose purpose) {
        return plans.stream().filter(plan -> plan.purpose() == purpose).findFirst().map(KeyPlan::signsFor);
    }

    /** The time since this node last read all keys; empty before the first reading. */
    public Optional<Duration> sinceLoaded() {
        return Optional.ofNullable(loadedAt).map(at -> Duration.between(at, clock.instant()));
    }

    private void makeFirst(KeyPlan plan) {
        if (store.all().stream().noneMatch(key -> key.purpose() == plan.purpose())) {
            try {
                store.insert(newKey(plan, Instant.EPOCH));
            } catch (PersistenceException | TransactionalException anotherNodeWasFaster) {
                // The key of the other node is as good as ours, and maintain() loads it.
                return;
            }
        }
    }

    private boolean succeed(KeyPlan plan, List<SigningKey> stored, Instant now) {
        SigningKey last = ofPurpose(plan, stored).reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("the " + plan.purpose() + " signing keys have vanished from the"
                        + " database; the servers that run still have them, a new one would begin with others"));
        return plan.successorSignsFrom(last, now)
                .map(from -> store.insertAfter(last, newKey(plan, from)))
                .orElse(false);
    }

    private boolean dropDead(KeyPlan plan, List<SigningKey> stored, Instant now) {
        List<SigningKey> keys = ofPurpose(plan, stored).toList();
        List<String> dead = new ArrayList<>();
        for (int i = 0; i + 1 < keys.size(); i++) {
            if (keys.get(i + 1).signsFrom().plus(plan.tokenLifetime()).isBefore(now)) {
                dead.add(keys.get(i).kid());
            }
        }
        if (!dead.isEmpty()) {
            store.delete(dead);
        }
        return !dead.isEmpty();
    }

    private static Stream<SigningKey> ofPurpose(KeyPlan plan, List<SigningKey> keys) {
        return keys.stream().filter(key -> key.purpose() == plan.purpose());
    }

    private SigningKey newKey(KeyPlan plan, Instant signsFrom) {
        JWK jwk = JwkGenerator.generate(plan.algorithm());
        CryptoLog.newSigningKey(plan.purpose().name(), jwk.getKeyID(), signsFrom);
        byte[] material = envelope.encrypt(Secret.of(jwk.toJSONString()),
                SigningKey.associatedData(plan.purpose(), jwk.getKeyID()));
        return new SigningKey(jwk.getKeyID(), plan.purpose(), plan.algorithm(), material, clock.instant(), signsFrom);
    }

    private void load(List<SigningKey> stored) {
        Map<KeyPurpose, List<JwsKey>> keys = new EnumMap<>(KeyPurpose.class);
        for (SigningKey key : stored) {
            keys.computeIfAbsent(key.purpose(), purpose -> new ArrayList<>()).add(opened(key));
        }
        ring = new KeyRing(keys);
        known = List.copyOf(stored);
        loadedAt = clock.instant();
    }

    private JwsKey opened(SigningKey key) {
        Secret jwk = envelope.decryptStored(key.material(), SigningKey.associatedData(key.purpose(), key.kid()))
                .orElseThrow(() -> new IllegalStateException("signing key " + key.kid() + " cannot be decrypted: it needs"
                        + " key " + envelope.keyNumber(key.material()) + " of holdfast.crypto.keys"));
        return JwsKey.of(jwk.reveal(), key.purpose(), key.signsFrom());
    }
}
