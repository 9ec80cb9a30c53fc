package dev.holdfast.gemini.control;

import dev.holdfast.google.Capacity;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;

/** The threads that read answers of the model, one for each question under way. */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:module/concurrent/gemini", maxAsync = Capacity.QUESTIONS)
public class QuestionThreads implements Executor {

    @Resource(lookup = "java:module/concurrent/gemini")
    ManagedExecutorService executor;

    @Override
    public void execute(Runnable reading) {
        executor.execute(reading);
    }
}
