package dev.holdfast.account.boundary;

import dev.holdfast.account.entity.ActivityEvent;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One event of the timeline as the account's owner sees it. */
@JsonbNillable
@JsonbPropertyOrder({"at", "type", "reason", "sessionId", "address", "userAgent"})
public record ActivityView(
        Instant at,
        @Schema(examples = "session_ended") String type,
        @Schema(nullable = true, examples = "ended_elsewhere") @Nullable String reason,
        @Schema(nullable = true) @JsonbProperty(value = "session_id", nillable = true) @Nullable UUID sessionId,
        @Schema(nullable = true, examples = "203.0.113.7") @Nullable String address,
        @Schema(nullable = true, examples = "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0")
        @JsonbProperty(value = "user_agent", nillable = true) @Nullable String userAgent) {

    static ActivityView of(ActivityEvent event) {
        return new ActivityView(event.at(), event.type().code(), event.reason().orElse(null),
                event.sessionId().orElse(null), event.address().orElse(null), event.userAgent().orElse(null));
    }
}
