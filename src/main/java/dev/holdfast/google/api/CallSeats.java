package dev.holdfast.google.api;

import dev.holdfast.google.Capacity;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Limits the calls to Google's APIs that one person may have under way on this node, so that one person cannot use up the
 * capacity of all. A few further calls wait briefly for a seat; any more are rejected at once.
 */
public final class CallSeats {

    static final int MOST_FOR_ONE = 16;
    static final int MOST_WAITING_FOR_ONE = 84;

    private final Duration patience;
    private final Semaphore waiting = new Semaphore(Capacity.WAITING_FOR_SEATS);
    private final Map<UUID, Person> persons = new ConcurrentHashMap<>();

    /** {@code patience}: how long a call waits for a seat. */
    public CallSeats(Duration patience) {
        this.patience = patience;
    }

    /** Takes a seat, which the caller closes; empty if this person gets none. */
    public Optional<Seat> take(UUID accountId) {
        Person person = persons.compute(accountId, (id, known) -> (known == null ? new Person() : known).joined());
        boolean seated = person.present <= MOST_FOR_ONE + MOST_WAITING_FOR_ONE
                && (person.seats.tryAcquire() || isSeatedAfterWaiting(person));
        if (!seated) {
            leave(accountId);
            return Optional.empty();
        }
        return Optional.of(() -> {
            person.seats.release();
            leave(accountId);
        });
    }

    private boolean isSeatedAfterWaiting(Person person) {
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return person.seats.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }

    private void leave(UUID accountId) {
        persons.computeIfPresent(accountId, (id, person) -> person.left());
    }

    /** The seat of one call, to be closed exactly once. */
    public interface Seat extends AutoCloseable {
        @Override
        void close();
    }

    /** The calls of one person, counted under the map's lock: the entry is removed exactly when the last call ends. */
    private static final class Person {

        private final Semaphore seats = new Semaphore(MOST_FOR_ONE, true);
        private volatile int present;

        private Person joined() {
            present++;
            return this;
        }

        private @Nullable Person left() {
            present--;
            return present == 0 ? null : this;
        }
    }
}
