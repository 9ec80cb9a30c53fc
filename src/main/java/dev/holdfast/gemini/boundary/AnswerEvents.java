package dev.holdfast.gemini.boundary;

import dev.holdfast.gemini.control.AnswerStep;
import dev.holdfast.gemini.control.OngoingAnswer;
import dev.holdfast.problem.ProblemJson;
import jakarta.json.Json;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer on its way to the browser as events: {@code text} as it is written, then {@code done} or {@code problem}. While
 * the model is silent, comments are sent, which show in time that the browser has gone away; the model is then stopped.
 */
final class AnswerEvents implements StreamingOutput {

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final String COMMENT = ": writing\n\n";

    private final OngoingAnswer answer;
    private final Optional<AnswerStep> first;
    private final Head head;

    /** Sends status and headers at once: the browser then knows that the model is being asked. */
    @FunctionalInterface
    interface Head {
        void send() throws IOException;
    }

    /** {@code first}: the first step, if it has come already. */
    AnswerEvents(OngoingAnswer answer, Optional<AnswerStep> first, Head head) {
        this.answer = answer;
        this.first = first;
        this.head = head;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (answer) {
            out.flush();
            head.send();
            Optional<AnswerStep> step = first;
            send(out, step);
            while (step.isEmpty() || !step.get().isLast()) {
                step = answer.next(BEAT);
                send(out, step);
            }
        }
    }

    private static void send(OutputStream out, Optional<AnswerStep> step) throws IOException {
        out.write(step.map(AnswerEvents::event).orElse(COMMENT).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String event(AnswerStep step) {
        if (step instanceof AnswerStep.Text text) {
            return event("text", Json.createObjectBuilder().add("text", text.text()).build().toString());
        }
        if (step instanceof AnswerStep.Done done) {
            return event("done", Json.createObjectBuilder().add("finish_reason", done.reason().code())
                    .add("tokens", done.tokens()).build().toString());
        }
        return event("problem", ProblemJson.of(QuestionProblems.of(((AnswerStep.Failed) step).why())));
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}
