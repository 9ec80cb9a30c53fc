package dev.holdfast.signals.entity;

import dev.holdfast.google.signal.SecurityEvent;
import dev.holdfast.google.signal.SignalType;
import dev.holdfast.storage.entity.UuidText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signal in the inbox. It stays there for a while after it is done, so that a copy of it is known. It holds nothing of the
 * person but the account's id, and fingerprints of a token that is no more.
 */
@Entity
@Table(name = "signal_inbox")
public class Signal {

    /** How far the clocks of a transmitter and the database may differ. */
    static final Duration SKEW = Duration.ofSeconds(60);

    /** The width of the column, in characters. */
    private static final int MOST_HASHES = 4000;

    @Id
    private UUID id;

    @Column(name = "event_key")
    private String eventKey;

    private String type;
    private @Nullable String reason;

    /** 0 or 1: Derby's BOOLEAN does not survive bulk statements. */
    @Column(name = "from_google")
    private short fromGoogle;

    @Column(name = "account_id")
    @Convert(converter = UuidText.class)
    private @Nullable UUID accountId;

    @Column(name = "token_hashes")
    private @Nullable String tokenHashes;

    private @Nullable String state;

    @Column(name = "event_at")
    private Instant eventAt;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "taken_until")
    private @Nullable Instant takenUntil;

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    private @Nullable String outcome;

    protected Signal() {}

    /**
     * Creates the row of an event about an account, which is to be worked on.
     *
     * @param fingerprints those under which the token that the event names may be stored; empty if it names none
     */
    public Signal(SecurityEvent event, UUID accountId, List<String> fingerprints, Instant now) {
        this(event, now);
        this.accountId = accountId;
        String hashes = String.join(" ", fingerprints);
        this.tokenHashes = hashes.isEmpty() || hashes.length() > MOST_HASHES ? null : hashes;
    }

    private Signal(SecurityEvent event, Instant now) {
        this.id = UUID.randomUUID();
        this.eventKey = event.key();
        this.type = event.type().code();
        this.reason = event.reason().orElse(null);
        this.fromGoogle = (short) (event.isFromGoogle() ? 1 : 0);
        this.eventAt = event.issuedAt();
        this.receivedAt = now;
    }

    /** Creates the row of a verification event: nothing is to be done but to keep the state that came back. */
    public static Signal ofVerification(SecurityEvent event, Instant now) {
        Signal signal = new Signal(event, now);
        signal.state = event.state().orElse(null);
        signal.doneAt = now;
        signal.outcome = SignalEffect.NOTHING.code();
        return signal;
    }

    public UUID id() {
        return id;
    }

    public SignalType type() {
        return SignalType.ofCode(type);
    }

    /** The account that the signal is about; empty for a verification event. */
    public Optional<UUID> accountId() {
        return Optional.ofNullable(accountId);
    }

    public boolean isFromGoogle() {
        return fromGoogle == 1;
    }

    /** Whether operators may want to look: Google reports the account as purged, or as disabled with many others. */
    public boolean isUnusual() {
        return isFromGoogle() && (type() == SignalType.ACCOUNT_PURGED || "bulk-account".equals(reason));
    }

    /** The fingerprints of the token that the signal names; empty if it names none. */
    public List<String> tokenHashes() {
        return tokenHashes == null ? List.of() : List.of(tokenHashes.split(" "));
    }

    public Optional<String> state() {
        return Optional.ofNullable(state);
    }

    public Instant eventAt() {
        return eventAt;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /**
     * Returns the time that separates what began before the event from what began after it: the event's own, and as much later
     * as clocks may differ, but never after it was received. What began later than that is never touched.
     */
    public Instant begunBy() {
        Instant withSkew = eventAt.plus(SKEW);
        return withSkew.isBefore(receivedAt) ? withSkew : receivedAt;
    }
}
