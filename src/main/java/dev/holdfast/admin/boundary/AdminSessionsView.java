package dev.holdfast.admin.boundary;

import dev.holdfast.session.entity.Session;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The live sessions of an account, the most recently used first. */
public record AdminSessionsView(List<Item> sessions) {

    static AdminSessionsView of(List<Session> live) {
        return new AdminSessionsView(live.stream().map(Item::of).toList());
    }

    /** One live session; {@code expires_at} is the earlier of idle and absolute end. */
    @JsonbNillable
    @Schema(name = "AdminSession")
    public record Item(UUID id, @JsonbProperty("created_at") Instant createdAt,
            @JsonbProperty("last_refreshed_at") Instant lastRefreshedAt, @JsonbProperty("expires_at") Instant expiresAt,
            @Schema(nullable = true, examples = "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0")
            @JsonbProperty(value = "user_agent", nillable = true) @Nullable String userAgent,
            @Schema(nullable = true, examples = "203.0.113.7") @Nullable String address) {

        static Item of(Session session) {
            return new Item(session.id(), session.createdAt(), session.refreshedAt(), session.idleEndsAt(),
                    session.userAgent(), session.address());
        }
    }
}
