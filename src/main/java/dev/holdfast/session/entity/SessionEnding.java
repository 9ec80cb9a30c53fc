package dev.holdfast.session.entity;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.account.entity.ToldOrigin;
import dev.holdfast.storage.entity.UuidText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The mark of an ending of many sessions. Every session of the account that began by {@link #begunUntil} is over from the
 * mark's commit on, whether or not its own row says so yet. The mark goes when the last row says so.
 */
@Entity
@Table(name = "session_ending")
public class SessionEnding {

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "marked_at")
    private Instant markedAt;

    @Column(name = "begun_until")
    private Instant begunUntil;

    @Column(name = "kept_session")
    @Convert(converter = UuidText.class)
    private UUID keptSession;

    @Convert(converter = EndReasonText.class)
    private EndReason reason;

    /** 0 or 1: Derby's BOOLEAN does not survive bulk statements. */
    private short requested;

    private String address;

    @Column(name = "user_agent")
    private String userAgent;

    @Column(name = "taken_until")
    private Instant takenUntil;

    protected SessionEnding() {}

    private SessionEnding(UUID accountId, EndReason reason, Instant now) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.reason = reason;
        this.markedAt = now;
    }

    /**
     * Ends all sessions of the account that began by {@code begunUntil}.
     *
     * @param kept the one session that goes on, null for none
     * @param origin the request that ends them; empty if none does, and then each is told with its own origin
     */
    public static SessionEnding ofAll(UUID accountId, UUID kept, EndReason reason, Instant begunUntil, Instant now,
            Optional<ToldOrigin> origin) {
        SessionEnding ending = new SessionEnding(accountId, reason, now);
        ending.begunUntil = begunUntil;
        ending.keptSession = kept;
        ending.requested = (short) (origin.isPresent() ? 1 : 0);
        ending.address = origin.map(ToldOrigin::address).orElse(null);
        ending.userAgent = origin.map(ToldOrigin::userAgent).orElse(null);
        return ending;
    }

    /** Ends the least recently used sessions of an account until it has no more than it may have. */
    public static SessionEnding beyondLimit(UUID accountId, Instant now) {
        return new SessionEnding(accountId, EndReason.ENDED_ELSEWHERE, now);
    }

    /** Whether it names no sessions by their beginning but ends those beyond the limit. */
    public boolean isBeyondLimit() {
        return begunUntil == null;
    }

    /** Whether the account has been erased: then nothing of its owner stays in any row. */
    public boolean isErasing() {
        return reason == EndReason.ERASED;
    }

    /** Whether it differs from the other in nothing but time. */
    public boolean isLike(SessionEnding other) {
        return reason == other.reason && Objects.equals(keptSession, other.keptSession) && origin().equals(other.origin())
                && isBeyondLimit() == other.isBeyondLimit();
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    /** The latest beginning of a session that it ends; null if it ends those beyond the limit. */
    public Instant begunUntil() {
        return begunUntil;
    }

    /** Null if no session is kept. */
    public UUID keptSession() {
        return keptSession;
    }

    public EndReason reason() {
        return reason;
    }

    /** Where the request came from that ended them; empty if no request did. */
    public Optional<ToldOrigin> origin() {
        return requested == 1 ? Optional.of(new ToldOrigin(address, userAgent)) : Optional.empty();
    }
}
