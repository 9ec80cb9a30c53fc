package dev.holdfast.gemini.boundary;

import dev.holdfast.gemini.control.QuestionEnd;
import dev.holdfast.gemini.control.QuestionLog;
import dev.holdfast.gemini.control.QuestionRefusal;
import dev.holdfast.gemini.control.Questions;
import dev.holdfast.google.gemini.GeminiConfig;
import dev.holdfast.health.MetricNames;
import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts questions by their end, and the tokens that they cost; while files may not be asked about, there are no series. */
@ApplicationScoped
public class QuestionMetrics {

    @Inject MetricRegistry registry;
    @Inject GeminiConfig config;
    @Inject Questions questions;

    void register(@Observes @Priority(StartOrder.READY) Startup start) {
        if (!config.isOn()) {
            return;
        }
        QuestionLog.open(config.model(), config.access());
        Stream.concat(Stream.of(QuestionEnd.DONE), QuestionRefusal.codes().stream()).forEach(this::counter);
        registry.counter(MetricNames.QUESTION_TOKENS);
        questions.listen(this::count);
    }

    private void count(QuestionEnd end) {
        counter(end.code()).inc();
        registry.counter(MetricNames.QUESTION_TOKENS).inc(end.tokens());
    }

    private Counter counter(String end) {
        return registry.counter(MetricNames.QUESTIONS, new Tag("end", end));
    }
}
