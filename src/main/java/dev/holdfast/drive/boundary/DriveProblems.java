package dev.holdfast.drive.boundary;

import dev.holdfast.custody.control.AccessProblems;
import dev.holdfast.custody.entity.Acquired;
import dev.holdfast.drive.control.DriveOutcome;
import dev.holdfast.google.control.ApiProblems;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import java.net.URI;
import java.util.Set;

/** How each outcome but success is told to the client. */
final class DriveProblems {

    private static final URI PAGE = URI.create("/files");

    private DriveProblems() {}

    static Problem of(DriveOutcome<?> outcome) {
        if (outcome instanceof DriveOutcome.NoToken<?> none) {
            return AccessProblems.of(none.why(), PAGE);
        }
        if (outcome instanceof DriveOutcome.ScopeMissing<?> missing) {
            return AccessProblems.of(new Acquired.ScopeMissing(Set.of(missing.scopeToAsk())), PAGE);
        }
        if (outcome instanceof DriveOutcome.NotDownloadable<?> file) {
            return Problem.of(ProblemCode.NOT_DOWNLOADABLE).withWebViewLink(file.webViewLink().orElse(null));
        }
        if (outcome instanceof DriveOutcome.Refused<?> refused) {
            return ApiProblems.of(refused.answer());
        }
        throw new IllegalStateException("no problem");
    }
}
