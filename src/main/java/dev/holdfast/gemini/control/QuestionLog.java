package dev.holdfast.gemini.control;

import dev.holdfast.account.control.AuditLine;
import dev.holdfast.account.control.Requester;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log lines of this room. They name no file, and hold nothing of a question, a document or an answer. */
public final class QuestionLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.gemini");
    private static final Logger AUDIT = Logger.getLogger("dev.holdfast.audit");

    private QuestionLog() {}

    /** The audit line of a question, but for its end, which is known later, on another thread. */
    static AuditLine line(UUID accountId, String mimeType, Requester requester) {
        return AuditLine.of("file_asked_about").plain("account", accountId).quoted("form", mimeType)
                .quoted("address", requester.address()).quoted("user_agent", requester.userAgent());
    }

    static void asked(AuditLine line, QuestionEnd end) {
        AUDIT.log(Level.INFO, "HF0581 {0}", line.plain("end", end.code()).plain("tokens", end.tokens()).toString());
    }

    /** Files may be asked about. */
    public static void open(String model, String access) {
        LOG.log(Level.INFO, "HF0586 People may ask the model {0} about their files: holdfast.gemini.access={1}",
                new Object[] {model, access});
    }

    static void readingBroke(Throwable cause) {
        LOG.log(Level.SEVERE, "HF0587 An answer of the model could not be read because of a defect: {0}",
                cause.getClass().getName());
    }
}
