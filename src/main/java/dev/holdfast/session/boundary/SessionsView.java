package dev.holdfast.session.boundary;

import dev.holdfast.session.entity.Session;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code {"sessions": [...]}}. */
public record SessionsView(List<Item> sessions) {

    static SessionsView of(List<Session> live, UUID current) {
        return new SessionsView(live.stream().map(session -> Item.of(session, current)).toList());
    }

    /** One live session; {@code expires_at} is the earlier of idle and absolute end. */
    public record Item(String id, boolean current, @JsonbProperty("created_at") Instant createdAt,
            @JsonbProperty("last_refreshed_at") Instant lastRefreshedAt, @JsonbProperty("expires_at") Instant expiresAt,
            @JsonbProperty("user_agent") String userAgent, String address) {

        static Item of(Session session, UUID current) {
            return new Item(session.id().toString(), session.id().equals(current), session.createdAt(),
                    session.refreshedAt(), session.idleEndsAt(), session.userAgent(), session.address());
        }
    }
}
