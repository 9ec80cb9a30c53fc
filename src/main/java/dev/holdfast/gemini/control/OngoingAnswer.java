package dev.holdfast.gemini.control;

import dev.holdfast.google.gemini.GeminiCall;
import java.io.Closeable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An answer that another thread reads from the model. Its steps wait here for the client. They need no bound of their own: an
 * answer of the model is limited as a whole. Closing it stops the model.
 */
public final class OngoingAnswer implements Closeable {

    private final BlockingQueue<AnswerStep> steps = new LinkedBlockingQueue<>();
    private final GeminiCall call = new GeminiCall();
    private volatile boolean stopped;

    GeminiCall call() {
        return call;
    }

    void add(AnswerStep step) {
        steps.add(step);
    }

    /** Waits for the next step; empty if there is none in that time. No step follows the last one. */
    public Optional<AnswerStep> next(Duration patience) {
        try {
            return Optional.ofNullable(steps.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.of(new AnswerStep.Failed(new QuestionRefusal.Cancelled()));
        }
    }

    /** Stops the model because the server is being stopped; the client is told so. */
    void stop() {
        stopped = true;
        call.cancel();
    }

    boolean isStopped() {
        return stopped;
    }

    @Override
    public void close() {
        call.cancel();
    }
}
