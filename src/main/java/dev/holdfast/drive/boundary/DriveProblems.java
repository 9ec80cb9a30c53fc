package dev.holdfast.drive.boundary;

import dev.holdfast.custody.entity.Acquired;
import dev.holdfast.drive.control.DriveOutcome;
import dev.holdfast.google.entity.DriveAnswer;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** How each outcome but success is told to the client. */
final class DriveProblems {

    private static final String PAGE = "/files";

    private DriveProblems() {}

    static Problem of(DriveOutcome<?> outcome) {
        if (outcome instanceof DriveOutcome.NoToken<?> none) {
            return withoutToken(none.why());
        }
        if (outcome instanceof DriveOutcome.ScopeMissing<?> missing) {
            return scopeMissing(List.of(missing.scopeToAsk()));
        }
        if (outcome instanceof DriveOutcome.NotDownloadable<?> file) {
            return Problem.of(ProblemCode.NOT_DOWNLOADABLE).withWebViewLink(file.webViewLink().orElse(null));
        }
        if (outcome instanceof DriveOutcome.Refused<?> refused) {
            return refused(refused.answer());
        }
        throw new IllegalStateException("no problem");
    }

    private static Problem withoutToken(Acquired why) {
        if (why instanceof Acquired.Lost lost) {
            return Problem.of(ProblemCode.GOOGLE_ACCESS_LOST).withReason(lost.code());
        }
        if (why instanceof Acquired.ScopeMissing missing) {
            return scopeMissing(missing.missing().stream().sorted().toList());
        }
        Duration retryAfter = why instanceof Acquired.Unavailable unavailable ? unavailable.retryAfter() : Duration.ZERO;
        return retryable(ProblemCode.GOOGLE_UNAVAILABLE, retryAfter);
    }

    private static Problem refused(DriveAnswer<?> answer) {
        if (answer instanceof DriveAnswer.RateLimited<?> limited) {
            return retryable(ProblemCode.GOOGLE_RATE_LIMITED, limited.retryAfter());
        }
        if (answer instanceof DriveAnswer.Unavailable<?> unavailable) {
            return retryable(ProblemCode.GOOGLE_UNAVAILABLE, unavailable.retryAfter());
        }
        if (answer instanceof DriveAnswer.Forbidden) {
            return Problem.of(ProblemCode.GOOGLE_FORBIDDEN);
        }
        if (answer instanceof DriveAnswer.NotFound) {
            return Problem.of(ProblemCode.NOT_FOUND);
        }
        // A 401 that outlived a forced refresh is as unusable as an answer that makes no sense.
        return Problem.of(answer instanceof DriveAnswer.BadRequest ? ProblemCode.INVALID_REQUEST : ProblemCode.GOOGLE_ERROR);
    }

    private static Problem scopeMissing(List<String> scopes) {
        String asked = URLEncoder.encode(String.join(" ", scopes), StandardCharsets.UTF_8);
        return Problem.of(ProblemCode.GOOGLE_SCOPE_MISSING)
                .withMissingScopes(scopes, "/auth/login?scope=" + asked + "&return_to=" + PAGE);
    }

    private static Problem retryable(ProblemCode code, Duration retryAfter) {
        return Problem.of(code).withRetryAfter(retryAfter.plusMillis(999).toSeconds());
    }
}
