package dev.holdfast.account.entity;

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

/** One event of a person's timeline; written once, never changed. */
@Entity
@Table(name = "activity")
public class ActivityEvent {

    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "happened_at")
    private Instant at;

    private String type;
    private @Nullable String reason;

    @Column(name = "session_id")
    @Convert(converter = UuidText.class)
    private @Nullable UUID sessionId;

    private @Nullable String address;

    @Column(name = "user_agent")
    private @Nullable String userAgent;

    protected ActivityEvent() {}

    public ActivityEvent(UUID id, Activity activity, Instant at) {
        this.id = id;
        this.at = at;
        this.accountId = activity.accountId();
        this.type = activity.type().code();
        this.reason = activity.reason();
        this.sessionId = activity.sessionId();
        this.address = PlainText.ofNullable(activity.address());
        this.userAgent = PlainText.ofNullable(activity.userAgent());
    }

    public UUID id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    public ActivityType type() {
        return ActivityType.ofCode(type);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Optional<UUID> sessionId() {
        return Optional.ofNullable(sessionId);
    }

    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    public Optional<String> userAgent() {
        return Optional.ofNullable(userAgent);
    }
}
