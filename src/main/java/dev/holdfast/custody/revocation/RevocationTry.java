package dev.holdfast.custody.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A revocation on its way to Google, and until when Google may act on it. The revocation is grant-wide: it may take back
 * whatever Google grants before that time. The try is therefore remembered for a while. It identifies no person: the
 * subject is a keyed hash.
 */
@Entity
@Table(name = "revocation_try")
public class RevocationTry {

    /** Longer than Google can take, discovery of its endpoints included. */
    private static final Duration LONGEST = Duration.ofSeconds(40);

    @Id
    private UUID id;

    @Column(name = "subject_hash")
    private String subjectHash;

    @Column(name = "settled_at")
    private Instant settledAt;

    protected RevocationTry() {}

    /** A try that begins now and has no answer yet. */
    public RevocationTry(UUID id, String subjectHash, Instant now) {
        this.id = id;
        this.subjectHash = subjectHash;
        this.settledAt = now.plus(LONGEST);
    }

    public UUID id() {
        return id;
    }
}
