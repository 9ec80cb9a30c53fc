package dev.holdfast.gemini.control;

import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.drive.control.DriveOutcome;
import dev.holdfast.google.api.ApiAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The reason why a question is not answered, or not to its end. */
public sealed interface QuestionRefusal {

    /** The person has asked as many questions as one may in a minute. */
    record TooMany(Duration retryAfter) implements QuestionRefusal {}

    /** No seat is free on this node, or none for this person. */
    record Busy(Duration retryAfter) implements QuestionRefusal {}

    /** Custody had no token to lend; {@code why} is never {@link Acquired.Fresh}. */
    record NoToken(Acquired why) implements QuestionRefusal {}

    /** Drive did not open the file; {@code why} is never {@link DriveOutcome.Done}. */
    record NoFile(DriveOutcome<?> why) implements QuestionRefusal {}

    /** The model cannot read files of this kind. */
    record NotAnswerable(Optional<String> webViewLink) implements QuestionRefusal {}

    /** The file is too large, or has more tokens than the model reads. */
    record TooLong() implements QuestionRefusal {}

    /** The file broke off while it was read. */
    record DocumentBroken(Duration retryAfter) implements QuestionRefusal {}

    /** The token lacks the scope that asking the model needs. */
    record ScopeMissing(String scope) implements QuestionRefusal {}

    /** The model refused or did not answer. {@code forToday}: the quota of a day is used up. */
    record Refused(ApiAnswer<?> answer, boolean forToday) implements QuestionRefusal {}

    /** The answer ended without a reason: it is not whole. */
    record Unfinished() implements QuestionRefusal {}

    /** The client has gone away. */
    record Cancelled() implements QuestionRefusal {}

    /** This server is stopping; another one, or the same in a moment, can be asked. */
    record Stopping(Duration retryAfter) implements QuestionRefusal {}

    /** Returns the word for metrics and the audit trail, such as {@code not_answerable}. */
    default String code() {
        return code(getClass());
    }

    /** Returns the words of all refusals. */
    static List<String> codes() {
        return Stream.of(QuestionRefusal.class.getPermittedSubclasses()).map(QuestionRefusal::code).toList();
    }

    private static String code(Class<?> refusal) {
        return refusal.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
