package dev.holdfast.crypto.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A stored key of our own JWTs, with encrypted material. It signs from {@code signsFrom} until its successor signs. */
@Entity
@Table(name = "signing_key")
public class SigningKey {

    @Id
    private String kid;

    @Enumerated(EnumType.STRING)
    private KeyPurpose purpose;

    private String algorithm;

    @Column(name = "key_material")
    private byte[] material;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "signs_from")
    private Instant signsFrom;

    protected SigningKey() {}

    public SigningKey(String kid, KeyPurpose purpose, String algorithm, byte[] material, Instant createdAt,
            Instant signsFrom) {
        this.kid = kid;
        this.purpose = purpose;
        this.algorithm = algorithm;
        this.material = material.clone();
        this.createdAt = createdAt;
        this.signsFrom = signsFrom;
    }

    /** Returns the associated data that binds the ciphertext of a key. */
    public static AssociatedData associatedData(KeyPurpose purpose, String kid) {
        return AssociatedData.of("signing key", purpose.name(), kid);
    }

    public String kid() {
        return kid;
    }

    public KeyPurpose purpose() {
        return purpose;
    }

    public String algorithm() {
        return algorithm;
    }

    public byte[] material() {
        return material.clone();
    }

    public Instant signsFrom() {
        return signsFrom;
    }

    /**
     * The time since which the key has been in use. The first key of a purpose always signs from the same instant, so
     * that two nodes cannot make two of it; it counts from its creation.
     */
    public Instant inUseSince() {
        return signsFrom.isBefore(createdAt) ? createdAt : signsFrom;
    }
}
