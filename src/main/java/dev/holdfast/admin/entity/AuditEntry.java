package dev.holdfast.admin.entity;

import dev.holdfast.account.entity.PlainText;
import dev.holdfast.storage.entity.UuidText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit trail, written in the transaction of the act. It identifies people by account id alone. The address
 * and the browser are the administrator's, and are removed when the administrator's account is erased.
 */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {

    @Id
    private UUID id;

    @Column(name = "happened_at")
    private Instant at;

    private String type;

    /** 1 if the act changed nothing, else 0; a number as in {@link dev.holdfast.account.entity.Account}. */
    private short looked;

    @Column(name = "admin_id")
    private UUID admin;

    @Column(name = "account_id")
    @Convert(converter = UuidText.class)
    private @Nullable UUID account;

    @Column(name = "session_id")
    @Convert(converter = UuidText.class)
    private @Nullable UUID session;

    private @Nullable String replaced;

    private @Nullable String address;

    @Column(name = "user_agent")
    private @Nullable String userAgent;

    protected AuditEntry() {}

    /** {@code address} and {@code userAgent} are those of the request and may be null. */
    public AuditEntry(UUID id, Instant at, UUID admin, AdminAct act, @Nullable String address,
            @Nullable String userAgent) {
        this.id = id;
        this.at = at;
        this.admin = admin;
        this.type = act.kind().code();
        this.looked = (short) (act.kind().isLook() ? 1 : 0);
        this.account = act.account();
        this.session = act.session();
        this.replaced = act.replaced() == null ? null : PlainText.ofUrl(act.replaced());
        this.address = PlainText.ofNullable(address);
        this.userAgent = PlainText.ofNullable(userAgent);
    }

    public UUID id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    /** A code of {@link AdminAct.Kind}, or one that only a newer version knows. */
    public String type() {
        return type;
    }

    /** The account that sent the request; for {@code refused}, it is no administrator's. */
    public UUID admin() {
        return admin;
    }

    public Optional<UUID> account() {
        return Optional.ofNullable(account);
    }

    public Optional<UUID> session() {
        return Optional.ofNullable(session);
    }

    /** The address that the act was to replace as the receiver of Google's signals. */
    public Optional<String> replaced() {
        return Optional.ofNullable(replaced);
    }

    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    public Optional<String> userAgent() {
        return Optional.ofNullable(userAgent);
    }
}
