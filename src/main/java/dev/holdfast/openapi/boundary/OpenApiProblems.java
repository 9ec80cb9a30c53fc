package dev.holdfast.openapi.boundary;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.google.api.ForbiddenReason;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The problem codes that a description names, each with an example made as the server itself makes it. */
final class OpenApiProblems {

    private static final long FIVE_SECONDS = 5;
    private static final List<String> SCOPES = List.of("https://www.googleapis.com/auth/drive.readonly");

    private OpenApiProblems() {}

    /** Returns the codes of that status that occur as a word in the text. */
    static List<ProblemCode> namedIn(String text, int status) {
        return Stream.of(ProblemCode.values()).filter(code -> code.status() == status && isNamedIn(text, code)).toList();
    }

    static boolean isNamedIn(String text, ProblemCode code) {
        return Pattern.compile("\\b" + code.code() + "\\b").matcher(text).find();
    }

    static Map<String, Object> example(ProblemCode code) {
        Problem problem = Problem.of(code);
        Problem complete = switch (code) {
            case SESSION_ENDED -> problem.withReason(EndReason.IDLE.code());
            case GOOGLE_ACCESS_LOST -> problem.withReason(EndReason.GOOGLE_REVOKED.code());
            case GOOGLE_SCOPE_MISSING -> problem.withMissingScopes(SCOPES, URI.create("/files"));
            case GOOGLE_FORBIDDEN -> problem.withGoogleReason(ForbiddenReason.ABUSIVE.code())
                    .withWebViewLink("https://drive.google.com/file/d/1f0a2b3c4d/view");
            case NOT_DOWNLOADABLE, NOT_ANSWERABLE -> problem.withWebViewLink("https://drive.google.com/drive/folders/1f0a2b3c4d");
            case TOO_MANY_REQUESTS, GOOGLE_RATE_LIMITED, GOOGLE_UNAVAILABLE,
                    STORAGE_UNAVAILABLE -> problem.withRetryAfter(FIVE_SECONDS);
            default -> problem;
        };
        return complete.members();
    }
}
