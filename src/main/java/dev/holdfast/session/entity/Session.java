package dev.holdfast.session.entity;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.storage.entity.UuidText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of our sessions: a single row from sign-in to its absolute end, and a tombstone once it is over. It decides what a
 * presented refresh token means. It never changes itself: every change is one conditional update by the store.
 */
@Entity
@Table(name = "user_session")
public class Session {

    @Id
    private UUID id;

    @Column(name = "account_id")
    @Convert(converter = UuidText.class)
    private @Nullable UUID accountId;

    private long generation;

    @Column(name = "rotation_key_hash")
    private @Nullable String rotationKeyHash;

    @Column(name = "past_rotations")
    private byte @Nullable [] pastRotations;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "rotated_at")
    private Instant rotatedAt;

    @Column(name = "refreshed_at")
    private Instant refreshedAt;

    @Column(name = "idle_ends_at")
    private Instant idleEndsAt;

    /** The time from which the sweep for overdue sessions looks at this one. A refresh keeps it or moves it earlier. */
    @Column(name = "sweep_from")
    private Instant sweepFrom;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "end_reason")
    @Convert(converter = EndReasonText.class)
    private @Nullable EndReason endReason;

    @Column(name = "user_agent")
    private @Nullable String userAgent;

    private @Nullable String address;

    /** Why an ending of many sessions covers this one although its row does not say so yet. Not a column. */
    @Transient
    private @Nullable EndReason markedReason;

    protected Session() {}

    /** Creates a session at its first generation. */
    public Session(UUID id, UUID accountId, SessionOrigin origin, Instant now, Duration idle, Duration absolute) {
        this.id = id;
        this.accountId = accountId;
        this.generation = 1;
        this.pastRotations = new byte[0];
        this.createdAt = now;
        this.rotatedAt = now;
        this.refreshedAt = now;
        this.endsAt = now.plus(absolute);
        this.idleEndsAt = idleEndAfter(now, idle);
        this.sweepFrom = idleEndsAt;
        this.userAgent = origin.userAgent();
        this.address = origin.address();
    }

    /**
     * Decides what the request's token means now. A rotation with an {@code Idempotency-Key} is repeated only for the
     * same key. If neither the rotation nor the request has a key, the rotation is repeated for a request that arrives
     * within {@code reuseGrace}. A generation beyond the row's can only be one whose commit the database has lost, because
     * a token is issued after the commit of its generation.
     */
    public RotationDecision present(RefreshRequest request, Instant now, Duration reuseGrace) {
        Optional<EndReason> over = overAt(now);
        if (over.isPresent() && !isUsedLater(request.token(), now)) {
            return new RotationDecision.Over(over.get(), endedAt == null && markedReason == null);
        }
        if (request.token().accountId().filter(account -> !account.equals(accountId)).isPresent()) {
            return new RotationDecision.AnotherAccount();
        }
        long presented = request.token().generation();
        if (presented > generation) {
            return new RotationDecision.Ahead();
        }
        boolean sameKey = rotationKeyHash != null && rotationKeyHash.equals(request.receipt().keyHash());
        if (presented == generation) {
            return sameKey ? new RotationDecision.Repeat() : new RotationDecision.Rotate();
        }
        if (presented == generation - 1 && (sameKey || inGrace(request, reuseGrace))) {
            return new RotationDecision.Repeat();
        }
        return isStraggler(request) ? new RotationDecision.Superseded() : new RotationDecision.Reuse();
    }

    /**
     * Whether the session is idle only by a row that has lost its latest use. The token then says when that use was. An
     * idle end lies as long after its use as the row's own does.
     */
    private boolean isUsedLater(RefreshToken token, Instant now) {
        return endedAt == null && markedReason == null && token.generation() > generation && now.isBefore(endsAt)
                && now.isBefore(token.since().plus(Duration.between(refreshedAt, idleEndsAt)));
    }

    /** Whether the grace applies. A client that sends keys is not a second tab of a client that sends none. */
    private boolean inGrace(RefreshRequest request, Duration reuseGrace) {
        boolean withoutKeys = rotationKeyHash == null && request.receipt().keyHash() == null;
        return withoutKeys && !reuseGrace.isZero() && !request.arrivedAt().isAfter(rotatedAt.plus(reuseGrace));
    }

    /** Whether this is a late copy of a request that made or repeated a recent rotation: only its client knows the key. */
    private boolean isStraggler(RefreshRequest request) {
        return PastRotations.contain(pastRotations, request.receipt().marks());
    }

    /**
     * Returns the marks to store when this receipt's request spends {@code spent}. A request without a key adds none. If the
     * row has lost commits, the key may have made the spent token as well, and that mark is lost: it is added again.
     */
    public byte[] pastRotationsWith(long spent, Receipt receipt) {
        byte[] marks = pastRotations == null ? new byte[0] : pastRotations;
        if (receipt.marks().isEmpty()) {
            return marks;
        }
        byte[] known = spent > generation ? PastRotations.with(receipt.markOfMaking(), marks) : marks;
        return PastRotations.with(receipt.marks().get(0), known);
    }

    /** Why this session is over: by a recorded end, by a mark or by time. Empty if it lives. */
    public Optional<EndReason> overAt(Instant now) {
        if (endedAt != null) {
            return Optional.of(EndedSession.told(endReason));
        }
        return marked().or(() -> overByTimeAt(now));
    }

    /** The reason if an ending of many sessions has ended this one and its row does not say so yet. */
    public Optional<EndReason> marked() {
        return Optional.ofNullable(markedReason);
    }

    /** Records what the marks of the account say: the reason, or null if none covers this session. */
    public void markedFor(@Nullable EndReason reason) {
        markedReason = reason;
    }

    /** Why this session is over by time, regardless of a recorded end: idle or absolute end, the earlier one. */
    public Optional<EndReason> overByTimeAt(Instant now) {
        if (now.isBefore(idleEndsAt)) {
            return Optional.empty();
        }
        return Optional.of(idleEndsAt.isBefore(endsAt) ? EndReason.IDLE : EndReason.EXPIRED);
    }

    /** Returns the idle end after activity at that time, at most the absolute end. */
    public Instant idleEndAfter(Instant activity, Duration idle) {
        Instant idleEnd = activity.plus(idle);
        return idleEnd.isBefore(endsAt) ? idleEnd : endsAt;
    }

    /** The generation of the current refresh token. */
    public Generation currentGeneration() {
        return new Generation(id, accountId().orElseThrow(), generation, rotatedAt, endsAt);
    }

    /** The generation that follows {@code spent}, if it is created at {@code at}. */
    public Generation generationAfter(long spent, Instant at) {
        return new Generation(id, accountId().orElseThrow(), spent + 1, at, endsAt);
    }

    /** The time from which the sweep for overdue sessions looks at this one. */
    public Instant sweepFrom() {
        return sweepFrom;
    }

    /** Returns the sweep time for a new idle end: the earlier of {@code idleEnd} and the present sweep time. */
    public Instant sweepFromWith(Instant idleEnd) {
        return idleEnd.isBefore(sweepFrom) ? idleEnd : sweepFrom;
    }

    public UUID id() {
        return id;
    }

    /** Empty once the account has been erased; all of its sessions are over then. */
    public Optional<UUID> accountId() {
        return Optional.ofNullable(accountId);
    }

    public long generation() {
        return generation;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant rotatedAt() {
        return rotatedAt;
    }

    public Instant refreshedAt() {
        return refreshedAt;
    }

    /** The earlier of idle and absolute end. */
    public Instant idleEndsAt() {
        return idleEndsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public @Nullable String userAgent() {
        return userAgent;
    }

    public @Nullable String address() {
        return address;
    }
}
