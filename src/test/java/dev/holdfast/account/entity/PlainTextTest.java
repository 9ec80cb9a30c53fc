package dev.holdfast.account.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void ofWhenItFitsThenAllOfIt() {
        assertEquals("x".repeat(300), PlainText.of("x".repeat(300)));
    }

    @Test
    void ofWhenItIsLongerThenItsEndSaysThatItWasCut() {
        assertEquals("x".repeat(297) + "...", PlainText.of("x".repeat(301)));
        assertEquals("x".repeat(297) + "...", PlainText.of(PlainText.of("x".repeat(301))), "and it is cut once");
    }

    @Test
    void ofWhenTheCutIsInTheMiddleOfACharacterThenNoHalfIsLeft() {
        assertEquals("x".repeat(296) + "...", PlainText.of("x".repeat(296) + "\ud83d\ude00".repeat(3)));
    }

    @Test
    void ofUrlWhenItIsAsLongAsAcceptedThenAllOfIt() {
        assertEquals("x".repeat(PlainText.LONGEST_URL), PlainText.ofUrl("x".repeat(PlainText.LONGEST_URL)));
    }
}
