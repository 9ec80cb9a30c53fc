package dev.holdfast.session.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SessionOriginTest {

    @Test
    void newWhenLineEndsOrOtherOddCharactersThenQuestionMarks() {
        assertEquals("a?b??c", new SessionOrigin("127.0.0.1", "a\u0000b\r\nc").userAgent());
        assertEquals("Br?wser", new SessionOrigin("127.0.0.1", "Br\u00f6wser").userAgent());
    }

    @Test
    void newWhenNothingWasSentThenEmpty() {
        assertEquals(new SessionOrigin("", ""), new SessionOrigin(null, null));
    }

    @Test
    void newWhenTooLongThenCut() {
        assertEquals(300, new SessionOrigin("127.0.0.1", "x".repeat(5_000)).userAgent().length());
    }
}
