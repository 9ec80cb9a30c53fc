package dev.holdfast.crypto.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key of our own JWTs as stored: its material is a ciphertext. It signs from its time until its successor's. */
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

    /** What a key's ciphertext is bound to. */
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

    /** The first key signs from ever on, so that two nodes cannot make two of it; it is in use since it was made. */
    public Instant inUseSince() {
        return signsFrom.isBefore(createdAt) ? createdAt : signsFrom;
    }
}
