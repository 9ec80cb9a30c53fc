package dev.holdfast.custody.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A revocation on its way to Google, and until when Google may act on it. Whatever Google grants before that time may be
 * taken back by it (the revocation is grant-wide), so it is remembered for a while. It names nobody: the subject is a
 * keyed hash.
 */
@Entity
@Table(name = "revocation_try")
public class RevocationTry {

    /** Longer than Google can take, its endpoints learnt first. */
    private static final Duration LONGEST = Duration.ofSeconds(40);

    @Id
    private UUID id;

    @Column(name = "subject_hash")
    private String subjectHash;

    @Column(name = "settled_at")
    private Instant settledAt;

    protected RevocationTry() {}

    /** Begun now, and not answered yet. */
    public RevocationTry(UUID id, String subjectHash, Instant now) {
        this.id = id;
        this.subjectHash = subjectHash;
        this.settledAt = now.plus(LONGEST);
    }

    public UUID id() {
        return id;
    }
}
