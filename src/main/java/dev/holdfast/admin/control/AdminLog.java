package dev.holdfast.admin.control;

import dev.holdfast.account.control.AuditLine;
import dev.holdfast.admin.entity.AdminAct;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The log lines of this room for operators. */
final class AdminLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.admin");
    private static final Logger AUDIT = Logger.getLogger("dev.holdfast.audit");

    private AdminLog() {}

    static void acted(UUID admin, AdminAct act, @Nullable String address, @Nullable String userAgent) {
        AUDIT.log(Level.INFO, "HF0901 {0}", line(admin, act, address, userAgent));
    }

    static void refused(UUID account, @Nullable String address, @Nullable String userAgent) {
        AUDIT.log(Level.INFO, "HF0902 event=admin_refused {0}", new AuditLine().plain("account", account)
                .quoted("address", address).quoted("user_agent", userAgent));
    }

    static void entriesRemoved(long entries) {
        LOG.log(Level.INFO, "HF0903 Entries of the audit trail beyond its retention were removed: {0}", entries);
    }

    static void entriesNotRemoved(Throwable failure) {
        LOG.log(Level.WARNING, "HF0904 Old entries of the audit trail could not be removed: {0}", failure.toString());
    }

    static void originsNotRemoved(Throwable failure) {
        LOG.log(Level.WARNING, "HF0905 The audit trail still has addresses of people who were erased: {0}", failure.toString());
    }

    static String line(UUID admin, AdminAct act, @Nullable String address, @Nullable String userAgent) {
        return AuditLine.of("admin_" + act.kind().code()).plain("admin", admin).quoted("account", act.account())
                .quoted("session", act.session()).quotedUrl("replaced", act.replaced()).quoted("address", address)
                .quoted("user_agent", userAgent).toString();
    }
}
