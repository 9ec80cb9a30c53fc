package dev.holdfast.crypto.control;

import dev.holdfast.crypto.entity.FrontKey;
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

/**
 * Which key all servers are to end up with: the one that the server started last has in front. In a rolling restart the
 * servers not yet restarted see by it that theirs is yesterday's, and do not move back what the others have moved.
 */
@ApplicationScoped
public class TodaysKey {

    private static final Duration NEW_FOR = Duration.ofMinutes(15);

    @Inject FrontKeyStore store;
    @Inject Envelope envelope;
    @Inject Clock clock;

    private volatile Instant inFrontSince;

    void announce(@Observes @Priority(StartOrder.READY) Startup start) {
        Optional<FrontKey> latest = store.latest();
        if (latest.filter(this::isOurs).isEmpty()) {
            Instant now = clock.instant();
            putInFront(latest.map(key -> key.succeededAt(now)).orElse(now));
        }
        isInFront();
    }

    /** Whether this server encrypts with it. */
    boolean isInFront() {
        Optional<FrontKey> latest = store.latest();
        latest.ifPresent(key -> inFrontSince = key.inFrontSince());
        return latest.filter(this::isOurs).isPresent();
    }

    /** Whether it was put in front lately, so that servers may be behind. */
    boolean isNew() {
        Instant since = inFrontSince;
        return since != null && clock.instant().isBefore(since.plus(NEW_FOR));
    }

    /** Since when today's key has been in front, as last read; empty before the first time. */
    public Optional<Instant> inFrontSince() {
        return Optional.ofNullable(inFrontSince);
    }

    private void putInFront(Instant since) {
        int number = envelope.primaryKeyNumber();
        if (!store.moveToFront(number, since)) {
            try {
                store.insert(new FrontKey(number, since));
            } catch (PersistenceException | TransactionalException anotherNodeWasFaster) {
                // It has put the same key in front.
                return;
            }
        }
        CryptoLog.keyInFront(number);
    }

    private boolean isOurs(FrontKey key) {
        return key.number() == envelope.primaryKeyNumber();
    }
}
