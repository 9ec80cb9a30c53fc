package dev.holdfast.events.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.events.entity.LiveEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The data of each event, as clients rely on it. */
class EventJsonTest {

    @Test
    void ofWhenEachEventThenItsMembersInSnakeCase() {
        assertEquals("{\"server_time\":\"2026-11-30T12:00:00Z\"}",
                EventJson.of(new LiveEvent.Hello(Instant.parse("2026-11-30T12:00:00Z"))));
        assertEquals("{\"reason\":\"google_revoked\"}", EventJson.of(new LiveEvent.SessionEnded(EndReason.GOOGLE_REVOKED)));
        assertEquals("{\"status\":\"scope_short\",\"missing_scopes\":[\"a\",\"b\"]}",
                EventJson.of(new LiveEvent.GrantState("scope_short", List.of("a", "b"))));
    }
}
