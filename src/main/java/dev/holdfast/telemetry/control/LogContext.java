package dev.holdfast.telemetry.control;

import dev.holdfast.settings.control.StartOrder;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Puts the id of the request into its log lines: as the last word of each message of Holdfast, and as the field
 * {@code ext_requestId} of every line in JSON, including those of Liberty itself.
 */
@ApplicationScoped
public class LogContext {

    /** A strong reference, because the log manager would otherwise forget the logger and its handler. */
    private final Logger ours = Logger.getLogger("dev.holdfast");

    private final Handler lastWord = new Handler() {
        @Override
        public void publish(LogRecord line) {
            String id = RequestId.current();
            if (id != null) {
                line.setMessage(line.getMessage() + " request=" + id);
            }
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    private final LibertyLogField field = new LibertyLogField("requestId", RequestId::current);

    void start(@Observes @Priority(StartOrder.SETTINGS_READ) Startup start) {
        ours.addHandler(lastWord);
        field.register();
    }

    @PreDestroy
    void stop() {
        field.unregister();
        ours.removeHandler(lastWord);
    }
}
