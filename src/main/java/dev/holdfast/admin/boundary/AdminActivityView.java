package dev.holdfast.admin.boundary;

import dev.holdfast.account.entity.ActivityEvent;
import dev.holdfast.account.entity.ActivityPage;
import dev.holdfast.account.entity.PageCursor;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of an account's timeline, newest first. {@code next}, sent as {@code before}, requests the following page. */
@JsonbNillable
@JsonbPropertyOrder({"events", "next"})
public record AdminActivityView(List<Event> events, @Schema(nullable = true, examples = "MjAyNi0wMy0xMA") @Nullable String next) {

    static AdminActivityView of(ActivityPage page) {
        return new AdminActivityView(page.events().stream().map(Event::of).toList(),
                page.next().map(PageCursor::encoded).orElse(null));
    }

    /** An event with the same values that the account's owner sees. */
    @JsonbNillable
    @Schema(name = "AdminActivityEvent")
    public record Event(
            Instant at,
            @Schema(examples = "session_ended") String type,
            @Schema(nullable = true, examples = "ended_elsewhere") @Nullable String reason,
            @Schema(nullable = true) @JsonbProperty(value = "session_id", nillable = true) @Nullable UUID sessionId,
            @Schema(nullable = true, examples = "203.0.113.7") @Nullable String address,
            @Schema(nullable = true, examples = "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0")
            @JsonbProperty(value = "user_agent", nillable = true) @Nullable String userAgent) {

        static Event of(ActivityEvent event) {
            return new Event(event.at(), event.type().code(), event.reason().orElse(null),
                    event.sessionId().orElse(null), event.address().orElse(null), event.userAgent().orElse(null));
        }
    }
}
