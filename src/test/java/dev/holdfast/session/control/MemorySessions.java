package dev.holdfast.session.control;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.session.entity.Receipt;
import dev.holdfast.session.entity.Session;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** One session's row in memory, with the conditional updates of the real store; others may step in between. */
final class MemorySessions extends SessionStore {

    private final Supplier<Session> asInserted;
    private final UUID id;
    private final Map<String, Object> row = new TreeMap<>();
    private final List<Map<String, Object>> backups = new ArrayList<>();
    private Runnable meanwhile = () -> { };

    /** {@code asInserted} makes a new object each time, for the same session. */
    MemorySessions(Supplier<Session> asInserted) {
        this.asInserted = asInserted;
        Session first = asInserted.get();
        this.id = first.id();
        row.put("generation", first.generation());
        row.put("rotatedAt", first.rotatedAt());
        row.put("refreshedAt", first.refreshedAt());
        row.put("idleEndsAt", first.idleEndsAt());
    }

    /** Sets what happens after each read, and again before the update that follows it. */
    void meanwhile(Runnable step) {
        meanwhile = step;
    }

    @Override
    public Optional<Session> read(UUID wanted) {
        Optional<Session> found = wanted.equals(id) ? Optional.of(current()) : Optional.empty();
        meanwhile.run();
        return found;
    }

    @Override
    public Optional<Session> readWithAccount(UUID wanted) {
        return read(wanted);
    }

    @Override
    public boolean rotate(Session seen, long spent, Receipt receipt, Instant now, Instant idleEndsAt) {
        meanwhile.run();
        if (!isStill(seen)) {
            return false;
        }
        backups.add(new HashMap<>(row));
        row.put("generation", spent + 1);
        row.put("rotationKeyHash", receipt.keyHash());
        row.put("pastRotations", seen.pastRotationsWith(spent, receipt));
        row.put("rotatedAt", now);
        row.put("refreshedAt", now);
        row.put("idleEndsAt", idleEndsAt);
        return true;
    }

    @Override
    public boolean touch(Session seen, Instant now, Instant idleEndsAt) {
        meanwhile.run();
        if (!isStill(seen)) {
            return false;
        }
        row.put("refreshedAt", now);
        row.put("idleEndsAt", idleEndsAt);
        return true;
    }

    @Override
    public boolean end(UUID ended, EndReason reason, Instant now) {
        if (row.containsKey("endedAt")) {
            return false;
        }
        row.put("endedAt", now);
        row.put("endReason", reason);
        return true;
    }

    /** Loses that many of the latest rotations, or all of them. Returns the generation that the row has then. */
    long goBack(int rotations) {
        if (!backups.isEmpty() && rotations > 0) {
            Map<String, Object> backup = backups.get(Math.max(0, backups.size() - rotations));
            row.clear();
            row.putAll(backup);
        }
        return (long) row.get("generation");
    }

    Instant refreshedAt() {
        return (Instant) row.get("refreshedAt");
    }

    boolean isEnded() {
        return row.containsKey("endedAt");
    }

    private boolean isStill(Session seen) {
        return !isEnded() && row.get("generation").equals(seen.generation());
    }

    /** A copy of the row as the store would read it. Only this class writes these fields. */
    private Session current() {
        Session copy = asInserted.get();
        row.forEach((name, value) -> set(copy, name, value));
        return copy;
    }

    private static void set(Session session, String name, Object value) {
        try {
            Field field = Session.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(session, value);
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
    }
}
