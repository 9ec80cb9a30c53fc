package dev.holdfast.drive.boundary;

import dev.holdfast.custody.client.AccessProblems;
import dev.holdfast.drive.control.DriveOutcome;
import dev.holdfast.google.api.ApiProblems;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import java.net.URI;

/** Translates each unsuccessful outcome into the problem that the client receives. */
final class DriveProblems {

    private static final URI PAGE = URI.create("/files");

    /** The {@code reason} of a 400 that concerns the page token alone: the client has to start the listing over. */
    static final String PAGE_TOKEN = "page_token";

    private DriveProblems() {}

    static Problem of(DriveOutcome<?> outcome) {
        if (outcome instanceof DriveOutcome.NoToken<?> none) {
            return AccessProblems.of(none.why(), PAGE);
        }
        if (outcome instanceof DriveOutcome.ScopeMissing<?> missing) {
            return AccessProblems.scopeMissing(missing.scopeToAsk(), PAGE);
        }
        if (outcome instanceof DriveOutcome.NotDownloadable<?> file) {
            return Problem.of(ProblemCode.NOT_DOWNLOADABLE).withWebViewLink(file.webViewLink().orElse(null));
        }
        if (outcome instanceof DriveOutcome.PageTokenRefused) {
            return Problem.of(ProblemCode.INVALID_REQUEST).withReason(PAGE_TOKEN);
        }
        if (outcome instanceof DriveOutcome.Refused<?> refused) {
            return ApiProblems.of(refused.answer(), refused.webViewLink());
        }
        throw new IllegalStateException("no problem");
    }
}
