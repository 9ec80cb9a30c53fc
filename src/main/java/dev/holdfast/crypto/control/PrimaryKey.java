package dev.holdfast.crypto.control;

import dev.holdfast.crypto.entity.PrimaryKeyRecord;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The primary key, to which all servers are to move: the first key of the server that was started last. In a rolling
 * restart, a server not yet restarted sees that its own key is older, and does not move back what the others have moved.
 */
@ApplicationScoped
public class PrimaryKey {

    private static final Duration NEW_FOR = Duration.ofMinutes(15);

    @Inject PrimaryKeyStore store;
    @Inject Envelope envelope;
    @Inject Clock clock;

    private volatile @Nullable Instant primarySince;

    void announce(@Observes @Priority(StartOrder.READY) Startup start) {
        Optional<PrimaryKeyRecord> latest = store.latest();
        if (latest.filter(this::isOurs).isEmpty()) {
            Instant now = clock.instant();
            makePrimary(latest.map(key -> key.succeededAt(now)).orElse(now));
        }
        isPrimary();
    }

    /** Whether this server encrypts with the primary key. */
    boolean isPrimary() {
        Optional<PrimaryKeyRecord> latest = store.latest();
        latest.ifPresent(key -> primarySince = key.primarySince());
        return latest.filter(this::isOurs).isPresent();
    }

    /** Whether the key became primary recently, so that other servers may still use an older key. */
    boolean isNew() {
        Instant since = primarySince;
        return since != null && clock.instant().isBefore(since.plus(NEW_FOR));
    }

    /** The time at which the key became primary, as last read; empty before the first reading. */
    public Optional<Instant> primarySince() {
        return Optional.ofNullable(primarySince);
    }

    private void makePrimary(Instant since) {
        int number = envelope.primaryKeyNumber();
        if (!store.makePrimaryAgain(number, since)) {
            try {
                store.insert(new PrimaryKeyRecord(number, since));
            } catch (PersistenceException | TransactionalException anotherNodeWasFaster) {
                // The other node has made the same key primary.
                return;
            }
        }
        CryptoLog.primaryKeyChanged(number);
    }

    private boolean isOurs(PrimaryKeyRecord key) {
        return key.number() == envelope.primaryKeyNumber();
    }
}
