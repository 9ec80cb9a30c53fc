package dev.holdfast.account.boundary;

import dev.holdfast.account.entity.ActivityEvent;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/** One event of the timeline as the account's owner sees it. */
@JsonbNillable
@JsonbPropertyOrder({"at", "type", "reason", "sessionId", "address", "userAgent"})
public record ActivityView(
        Instant at,
        String type,
        String reason,
        @JsonbProperty(value = "session_id", nillable = true) UUID sessionId,
        String address,
        @JsonbProperty(value = "user_agent", nillable = true) String userAgent) {

    static ActivityView of(ActivityEvent event) {
        return new ActivityView(event.at(), event.type().code(), event.reason().orElse(null),
                event.sessionId().orElse(null), event.address().orElse(null), event.userAgent().orElse(null));
    }
}
