package dev.holdfast.account.control;

import dev.holdfast.account.entity.Activity;
import dev.holdfast.account.entity.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.StringJoiner;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The audit trail: one line for each event once it is committed, as {@code key=value} pairs, values from outside in
 * quotes. Nothing in a value can end its line or its quotes.
 */
@ApplicationScoped
public class AuditLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.audit");

    void told(@Observes(during = TransactionPhase.AFTER_SUCCESS) Activity activity) {
        LOG.log(Level.INFO, "HF0402 {0}", line(activity));
    }

    static String line(Activity activity) {
        StringJoiner line = new StringJoiner(" ");
        line.add("event=" + activity.type().code());
        line.add("account=" + activity.accountId());
        add(line, "reason", activity.reason());
        add(line, "session", activity.sessionId());
        add(line, "address", activity.address());
        add(line, "user_agent", activity.userAgent());
        return line.toString();
    }

    private static void add(StringJoiner line, String key, Object value) {
        if (value != null) {
            String quotable = PlainText.of(value.toString()).replace('"', '\'').replace('\\', '/');
            line.add(key + "=\"" + quotable + "\"");
        }
    }
}
