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
import org.jspecify.annotations.Nullable;

/**
 * The mark of an ending of many sessions. From its commit on, every session of the account that began by
 * {@link #begunUntil} is over, except a kept one, whether or not its own row says so yet. The mark is deleted when all
 * rows say so.
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
    private @Nullable Instant begunUntil;

    @Column(name = "kept_session")
    @Convert(converter = UuidText.class)
    private @Nullable UUID keptSession;

    @Convert(converter = EndReasonText.class)
    private EndReason reason;

    /** Whether a request ends the sessions, as 1 or 0: Derby's BOOLEAN does not survive bulk statements. */
    private short requested;

    private @Nullable String address;

    @Column(name = "user_agent")
    private @Nullable String userAgent;

    @Column(name = "taken_until")
    private @Nullable Instant takenUntil;

    protected SessionEnding() {}

    private SessionEnding(UUID accountId, EndReason reason, Instant now) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.reason = reason;
        this.markedAt = now;
    }

    /**
     * Creates the mark that ends all sessions of the account that began by {@code begunUntil}.
     *
     * @param kept the one session that goes on, if there is one
     * @param origin the request that ends them; if empty, each end is reported with the session's own origin
     */
    public static SessionEnding ofAll(UUID accountId, Optional<UUID> kept, EndReason reason, Instant begunUntil, Instant now,
            Optional<ToldOrigin> origin) {
        SessionEnding ending = new SessionEnding(accountId, reason, now);
        ending.begunUntil = begunUntil;
        ending.keptSession = kept.orElse(null);
        ending.requested = (short) (origin.isPresent() ? 1 : 0);
        ending.address = origin.map(ToldOrigin::address).orElse(null);
        ending.userAgent = origin.map(ToldOrigin::userAgent).orElse(null);
        return ending;
    }

    /** Creates the mark that ends the least recently used sessions of an account until their number is within the limit. */
    public static SessionEnding beyondLimit(UUID accountId, Instant now) {
        return new SessionEnding(accountId, EndReason.ENDED_ELSEWHERE, now);
    }

    /** Whether it ends the sessions beyond the limit instead of those that began by a certain time. */
    public boolean isBeyondLimit() {
        return begunUntil == null;
    }

    /** Whether the account has been erased, so that no row may keep data of its owner. */
    public boolean isErasing() {
        return reason == EndReason.ERASED;
    }

    /** Whether the two differ only in their times. */
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

    /** The latest start time of a session that it ends; null if it ends the sessions beyond the limit. */
    public @Nullable Instant begunUntil() {
        return begunUntil;
    }

    /** The session that goes on, if there is one. */
    public Optional<UUID> keptSession() {
        return Optional.ofNullable(keptSession);
    }

    public EndReason reason() {
        return reason;
    }

    /** The origin of the request that ended the sessions; empty if no request did. */
    public Optional<ToldOrigin> origin() {
        return requested == 1 ? Optional.of(new ToldOrigin(address, userAgent)) : Optional.empty();
    }
}
