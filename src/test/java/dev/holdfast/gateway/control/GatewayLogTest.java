package dev.holdfast.gateway.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.account.control.Requester;
import dev.holdfast.gateway.entity.AllowRule;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GatewayLogTest {

    private static final UUID ADA = UUID.fromString("5f0c3a52-8a3e-4b1f-9d64-2c7e0f1b6a90");

    @Test
    void lineWhenTheCallerNamesItselfOddlyThenItIsStillOneLine() {
        Requester requester = new Requester();
        requester.is("192.0.2.7", "a\"\r\nevent=forged");

        assertEquals("event=google_api_called account=" + ADA + " api=calendar method=POST rule=\"/calendars/*/events\""
                + " end=answered address=\"192.0.2.7\" user_agent=\"a'??event=forged\"",
                GatewayLog.line(ADA, "calendar", "POST",
                        AllowRule.parse("POST /calendars/*/events https://s").orElseThrow(), "answered", requester));
    }
}
