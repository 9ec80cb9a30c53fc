package dev.holdfast.custody.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.custody.grant.GrantSignals.Loss;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The effect of Google's reports on a grant. */
class GrantSignalsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    /** Without a store: the grant is not even looked at. */
    @Test
    void revokeTokenWhenTheReportNamesNoTokenThenNoGrantIsLost() {
        assertEquals(Loss.OTHER_TOKEN, new GrantSignals().revokeToken(UUID.randomUUID(), List.of(), NOW, "token_revoked"));
    }
}
