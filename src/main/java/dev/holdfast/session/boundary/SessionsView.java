package dev.holdfast.session.boundary;

import dev.holdfast.session.entity.Session;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** {@code {"sessions": [...]}}. */
public record SessionsView(List<Item> sessions) {

    static SessionsView of(List<Session> live, UUID current) {
        return new SessionsView(live.stream().map(session -> Item.of(session, current)).toList());
    }

    /** One live session; {@code expires_at} is the earlier of idle and absolute end. */
    @JsonbNillable
    @Schema(name = "LiveSession")
    public record Item(@Schema(format = "uuid") String id, @Schema(examples = "true") boolean current,
            @JsonbProperty("created_at") Instant createdAt,
            @JsonbProperty("last_refreshed_at") Instant lastRefreshedAt, @JsonbProperty("expires_at") Instant expiresAt,
            @Schema(nullable = true, examples = "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0")
            @JsonbProperty(value = "user_agent", nillable = true) String userAgent,
            @Schema(nullable = true, examples = "203.0.113.7") String address) {

        static Item of(Session session, UUID current) {
            return new Item(session.id().toString(), session.id().equals(current), session.createdAt(),
                    session.refreshedAt(), session.idleEndsAt(), session.userAgent(), session.address());
        }
    }
}
