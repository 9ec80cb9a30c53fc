package dev.holdfast.crypto.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The time at which an encryption key last became primary. Holds the number of the key and nothing of its material. */
@Entity
@Table(name = "encryption_key")
public class PrimaryKeyRecord {

    @Id
    @Column(name = "key_number")
    private int number;

    @Column(name = "in_front_since")
    private Instant primarySince;

    protected PrimaryKeyRecord() {}

    public PrimaryKeyRecord(int number, Instant primarySince) {
        this.number = number;
        this.primarySince = primarySince;
    }

    /** Returns the time from which a successor counts: later than this one, even if the clock of that server is behind. */
    public Instant succeededAt(Instant now) {
        return now.isAfter(primarySince) ? now : primarySince.plusMillis(1);
    }

    public int number() {
        return number;
    }

    public Instant primarySince() {
        return primarySince;
    }
}
