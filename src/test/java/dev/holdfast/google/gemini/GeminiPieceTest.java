package dev.holdfast.google.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeminiPieceTest {

    @Test
    void parseWhenThereAreSeveralPartsThenTheirTextWithoutThoughts() {
        GeminiPiece piece = GeminiPiece.parse("""
                {"candidates":[{"content":{"parts":[{"text":"a"},{"text":"hm","thought":true},{"inlineData":{}},{"text":"b"}]}}],
                 "usageMetadata":{"promptTokenCount":3,"totalTokenCount":7}}""").orElseThrow();

        assertEquals(new GeminiPiece("ab", Optional.empty(), OptionalLong.of(7)), piece);
        assertFalse(piece.toString().contains("ab"), piece::toString);
    }

    @ParameterizedTest
    @CsvSource({"STOP, STOP", "MAX_TOKENS, MAX_TOKENS", "SAFETY, SAFETY", "PROHIBITED_CONTENT, SAFETY", "BLOCKLIST, SAFETY",
        "SPII, SAFETY", "RECITATION, RECITATION", "LANGUAGE, OTHER", "SOMETHING_NEW, OTHER"})
    void parseWhenItEndsThenTheReasonIsAKnownWord(String named, FinishReason reason) {
        assertEquals(Optional.of(reason),
                GeminiPiece.parse("{\"candidates\":[{\"finishReason\":\"" + named + "\"}]}").orElseThrow().finish());
    }

    @Test
    void parseWhenTheQuestionIsRefusedThenThereIsAReasonWithoutACandidate() {
        assertEquals(Optional.of(FinishReason.SAFETY),
                GeminiPiece.parse("{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}").orElseThrow().finish());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"candidates\":[]}", "{\"candidates\":[7]}", "{\"candidates\":{\"a\":1}}",
        "{\"candidates\":[{\"finishReason\":\"FINISH_REASON_UNSPECIFIED\",\"content\":{\"parts\":[{\"text\":7},8]}}]}",
        "{\"usageMetadata\":{\"totalTokenCount\":\"many\"},\"promptFeedback\":7}"})
    void parseWhenMembersAreMissingOrOddThenAnEmptyPiece(String json) {
        assertEquals(Optional.of(new GeminiPiece("", Optional.empty(), OptionalLong.empty())), GeminiPiece.parse(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "<html>", "{\"candidates\""})
    void parseWhenItIsNoObjectThenNone(String json) {
        assertEquals(Optional.empty(), GeminiPiece.parse(json));
    }
}
