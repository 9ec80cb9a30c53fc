package dev.holdfast.session.boundary;

import dev.holdfast.account.entity.PageCursor;
import dev.holdfast.session.entity.Session;
import dev.holdfast.session.entity.SessionPage;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of live sessions. To get the next page, send {@code next} as {@code before}; null marks the last page. */
@JsonbNillable
@JsonbPropertyOrder({"sessions", "next"})
public record SessionsView(List<Item> sessions, @Schema(nullable = true, examples = "MjAyNi0wMy0xMA") @Nullable String next) {

    static SessionsView of(SessionPage page, UUID current) {
        return new SessionsView(page.sessions().stream().map(session -> Item.of(session, current)).toList(),
                page.next().map(PageCursor::encoded).orElse(null));
    }

    /** One live session; {@code expires_at} is the earlier of idle and absolute end, {@code ends_at} the absolute one. */
    @JsonbNillable
    @Schema(name = "LiveSession")
    public record Item(@Schema(format = "uuid") String id, @Schema(examples = "true") boolean current,
            @JsonbProperty("created_at") Instant createdAt,
            @JsonbProperty("last_refreshed_at") Instant lastRefreshedAt, @JsonbProperty("expires_at") Instant expiresAt,
            @JsonbProperty("ends_at") Instant endsAt,
            @Schema(nullable = true, examples = "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0")
            @JsonbProperty(value = "user_agent", nillable = true) @Nullable String userAgent,
            @Schema(nullable = true, examples = "203.0.113.7") @Nullable String address) {

        static Item of(Session session, UUID current) {
            return new Item(session.id().toString(), session.id().equals(current), session.createdAt(),
                    session.refreshedAt(), session.idleEndsAt(), session.endsAt(), session.userAgent(), session.address());
        }
    }
}
