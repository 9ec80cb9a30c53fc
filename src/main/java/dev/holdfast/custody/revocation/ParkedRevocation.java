package dev.holdfast.custody.revocation;

import dev.holdfast.crypto.entity.AssociatedData;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A token that Google must still be told to revoke (RFC 7009). It identifies no person: the token is a ciphertext, the
 * subject a keyed hash. After a day it is gone.
 */
@Entity
@Table(name = "parked_revocation")
public class ParkedRevocation {

    private static final Duration GIVES_UP_AFTER = Duration.ofDays(1);

    @Id
    private UUID id;

    @Column(name = "subject_hash")
    private String subjectHash;

    private byte[] token;

    @Column(name = "parked_at")
    private Instant parkedAt;

    @Column(name = "next_try_at")
    private Instant nextTryAt;

    @Column(name = "gives_up_at")
    private Instant givesUpAt;

    private int tries;

    @Column(name = "refresh_tokens_received")
    private int refreshTokensReceived;

    protected ParkedRevocation() {}

    /** A revocation that is due at once. If Google is never told, {@code refreshTokensReceived} tokens live on there. */
    public ParkedRevocation(UUID id, String subjectHash, byte[] token, int refreshTokensReceived, Instant now) {
        this.id = id;
        this.subjectHash = subjectHash;
        this.token = token.clone();
        this.refreshTokensReceived = refreshTokensReceived;
        this.parkedAt = now;
        this.nextTryAt = now;
        this.givesUpAt = now.plus(GIVES_UP_AFTER);
    }

    public static AssociatedData tokenOf(UUID id) {
        return AssociatedData.of("parked revocation", id.toString());
    }

    public boolean isHopelessAt(Instant now) {
        return !now.isBefore(givesUpAt);
    }

    /** Returns the time of the next try if this one fails: later each time, at most half an hour away. */
    public Instant nextTryAfter(Instant now) {
        return now.plusSeconds(Math.min(1800, 20L << Math.min(tries, 10)));
    }

    public UUID id() {
        return id;
    }

    public String subjectHash() {
        return subjectHash;
    }

    public byte[] token() {
        return token.clone();
    }

    public Instant parkedAt() {
        return parkedAt;
    }

    public Instant nextTryAt() {
        return nextTryAt;
    }
}
