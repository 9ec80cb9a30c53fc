package dev.holdfast.account.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.account.entity.Activity;
import dev.holdfast.account.entity.ActivityType;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditLogTest {

    private static final UUID ID = UUID.fromString("9021f8d5-a8e0-41a6-8216-03f01bb25112");

    @Test
    void lineWhenPartsAreAbsentThenTheyAreLeftOut() {
        assertEquals("event=signed_in account=" + ID, AuditLog.line(Activity.of(ID, ActivityType.SIGNED_IN)));
    }

    /** ASVS 16.4.1: no value can forge a line or a field. */
    @Test
    void lineWhenValuesAreHostileThenOneLineAndTheirQuotesHold() {
        String line = AuditLog.line(Activity.of(ID, ActivityType.SESSION_ENDED).withReason("idle")
                .from("::1", "x\r\nevent=signed_in\u001b[31m\u2028\" account=\"1\\"));

        assertEquals("event=session_ended account=" + ID + " reason=\"idle\" address=\"::1\""
                + " user_agent=\"x??event=signed_in?[31m?' account='1/\"", line);
    }
}
