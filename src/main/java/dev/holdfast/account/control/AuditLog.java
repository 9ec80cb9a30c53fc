package dev.holdfast.account.control;

import dev.holdfast.account.entity.Activity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes the audit log: one line for each event of an account. {@link Timeline} fires the event once it is committed. */
@ApplicationScoped
public class AuditLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.audit");

    void told(@Observes Activity activity) {
        LOG.log(Level.INFO, "HF0402 {0}", line(activity));
    }

    static String line(Activity activity) {
        return AuditLine.of(activity.type().code()).plain("account", activity.accountId())
                .quoted("reason", activity.reason()).quoted("session", activity.sessionId())
                .quoted("address", activity.address()).quoted("user_agent", activity.userAgent()).toString();
    }
}
