package dev.holdfast.google.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.OpenAnswers;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The time that an answer may take as a whole, by a clock that the tests turn. */
class GeminiAnswerTest {

    private final AtomicLong ticks = new AtomicLong(Long.MAX_VALUE - 7);

    @Test
    void nextWhenTheAnswerTakesItsLongestTimeThenItIsReadAndBeyondThatItIsCut() throws IOException {
        GeminiAnswer answer = answering("data: 1\n\ndata: 2\n\ndata: 3\n\n");

        assertEquals(Optional.of("1"), answer.next());
        ticks.addAndGet(GeminiAnswer.LONGEST.toNanos());
        assertEquals(Optional.of("2"), answer.next(), "the limit itself is within, also where the clock overflows");
        ticks.incrementAndGet();

        assertEquals("timeout", assertThrows(GoogleTrouble.class, answer::next).code());
    }

    @Test
    void nextWhenOnlyEmptyLinesComeThenTheTimeRunsAllTheSame() throws IOException {
        GeminiAnswer answer = answering("\n: still here\n\ndata: 1\n\n");
        ticks.addAndGet(GeminiAnswer.LONGEST.toNanos() + 1);

        assertEquals("timeout", assertThrows(GoogleTrouble.class, answer::next).code());
    }

    private GeminiAnswer answering(String body) throws IOException {
        return new GeminiAnswer(OpenAnswers.of(body), new ModelCircuit(ticks::get), ticks::get);
    }
}
