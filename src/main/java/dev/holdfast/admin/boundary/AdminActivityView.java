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

/** A page of somebody's timeline, newest first; {@code next}, given back as {@code before}, leads on. */
@JsonbNillable
@JsonbPropertyOrder({"events", "next"})
public record AdminActivityView(List<Event> events, String next) {

    static AdminActivityView of(ActivityPage page) {
        return new AdminActivityView(page.events().stream().map(Event::of).toList(),
                page.next().map(PageCursor::encoded).orElse(null));
    }

    /** What its owner sees as well. */
    @JsonbNillable
    public record Event(Instant at, String type, String reason,
            @JsonbProperty(value = "session_id", nillable = true) UUID sessionId, String address,
            @JsonbProperty(value = "user_agent", nillable = true) String userAgent) {

        static Event of(ActivityEvent event) {
            return new Event(event.at(), event.type().code(), event.reason().orElse(null),
                    event.sessionId().orElse(null), event.address().orElse(null), event.userAgent().orElse(null));
        }
    }
}
