package dev.holdfast.gemini.boundary;

import dev.holdfast.custody.client.AccessProblems;
import dev.holdfast.drive.control.DriveOutcome;
import dev.holdfast.gemini.control.QuestionRefusal;
import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.api.ApiProblems;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import java.net.URI;

/** Translates each refusal into the problem that the client receives; it holds no text of Google's. */
final class QuestionProblems {

    private static final URI PAGE = URI.create("/files");
    private static final String TOMORROW = "Google's quota of questions for today is used up. Ask again tomorrow.";
    private static final String STOPPING = "This server is being stopped, and the answer is not whole. Ask again in a moment.";
    private static final String NOT_WHOLE = "The answer ended before it was whole. Asking again may help.";

    private QuestionProblems() {}

    static Problem of(QuestionRefusal why) {
        if (why instanceof QuestionRefusal.NoToken none) {
            return AccessProblems.of(none.why(), PAGE);
        }
        if (why instanceof QuestionRefusal.ScopeMissing missing) {
            return AccessProblems.scopeMissing(missing.scope(), PAGE);
        }
        if (why instanceof QuestionRefusal.NoFile none) {
            return of(none.why());
        }
        if (why instanceof QuestionRefusal.NotAnswerable file) {
            return Problem.of(ProblemCode.NOT_ANSWERABLE).withWebViewLink(file.webViewLink().orElse(null));
        }
        if (why instanceof QuestionRefusal.Refused refused) {
            Problem problem = ApiProblems.of(refused.answer());
            return refused.forToday() && refused.answer() instanceof ApiAnswer.RateLimited
                    ? problem.withDetail(TOMORROW) : problem;
        }
        return ofOurs(why);
    }

    private static Problem ofOurs(QuestionRefusal why) {
        if (why instanceof QuestionRefusal.TooMany many) {
            return Problem.of(ProblemCode.TOO_MANY_REQUESTS).withRetryAfter(many.retryAfter());
        }
        if (why instanceof QuestionRefusal.TooLong) {
            return Problem.of(ProblemCode.DOCUMENT_TOO_LONG);
        }
        if (why instanceof QuestionRefusal.Busy busy) {
            return Problem.of(ProblemCode.GOOGLE_UNAVAILABLE).withRetryAfter(busy.retryAfter());
        }
        if (why instanceof QuestionRefusal.DocumentBroken broken) {
            return Problem.of(ProblemCode.GOOGLE_UNAVAILABLE).withRetryAfter(broken.retryAfter());
        }
        if (why instanceof QuestionRefusal.Stopping stopping) {
            return Problem.of(ProblemCode.SERVER_BUSY).withDetail(STOPPING).withRetryAfter(stopping.retryAfter());
        }
        return Problem.of(ProblemCode.GOOGLE_ERROR).withDetail(NOT_WHOLE);
    }

    private static Problem of(DriveOutcome<?> why) {
        if (why instanceof DriveOutcome.NoToken<?> none) {
            return AccessProblems.of(none.why(), PAGE);
        }
        if (why instanceof DriveOutcome.ScopeMissing<?> missing) {
            return AccessProblems.scopeMissing(missing.scopeToAsk(), PAGE);
        }
        if (why instanceof DriveOutcome.Refused<?> refused) {
            return ApiProblems.of(refused.answer(), refused.webViewLink());
        }
        throw new IllegalStateException("no problem");
    }
}
