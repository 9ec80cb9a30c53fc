package dev.holdfast.drive.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.drive.control.DriveOutcome;
import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.api.ForbiddenReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DriveProblemsTest {

    private static final String SCOPE = "https://www.googleapis.com/auth/drive.readonly";
    private static final Map<String, Object> ASK = Map.of("missing_scopes", List.of(SCOPE), "sign_in",
            "/auth/login?scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fdrive.readonly&return_to=/files");

    static Stream<Arguments> outcomes() {
        Duration aWhile = Duration.ofMillis(2_100);
        return Stream.of(
                row(401, "google_access_lost", Map.of("reason", "google_revoked"),
                        new DriveOutcome.NoToken<>(new Acquired.Lost(EndReason.GOOGLE_REVOKED))),
                row(503, "google_unavailable", Map.of("retry_after", 3L),
                        new DriveOutcome.NoToken<>(new Acquired.Unavailable(aWhile))),
                row(403, "google_scope_missing", ASK,
                        new DriveOutcome.NoToken<>(new Acquired.ScopeMissing(Set.of(SCOPE)))),
                row(403, "google_scope_missing", ASK, new DriveOutcome.ScopeMissing<>(SCOPE)),
                row(409, "not_downloadable", Map.of("web_view_link", "https://drive.google.com/x"),
                        new DriveOutcome.NotDownloadable<>(Optional.of("https://drive.google.com/x"))),
                row(409, "not_downloadable", Map.of(), new DriveOutcome.NotDownloadable<>(Optional.empty())),
                row(429, "google_rate_limited", Map.of("retry_after", 3L), refused(new ApiAnswer.RateLimited<>(aWhile))),
                row(503, "google_unavailable", Map.of("retry_after", 3L), refused(new ApiAnswer.Unavailable<>(aWhile))),
                row(403, "google_forbidden", Map.of(), refused(new ApiAnswer.Forbidden<>(Optional.empty()))),
                row(403, "google_forbidden", Map.of("google_reason", "download_quota", "reason", "download_quota",
                        "web_view_link", "https://drive.google.com/x"),
                        new DriveOutcome.Refused<>(new ApiAnswer.Forbidden<>(Optional.of(ForbiddenReason.DOWNLOAD_QUOTA)),
                                Optional.of("https://drive.google.com/x"))),
                row(502, "google_not_enabled", Map.of(), new DriveOutcome.Refused<>(new ApiAnswer.NotEnabled<>(),
                        Optional.of("https://drive.google.com/x"))),
                row(400, "invalid_request", Map.of("reason", "page_token"), new DriveOutcome.PageTokenRefused<>()),
                row(404, "not_found", Map.of(), refused(new ApiAnswer.NotFound<>())),
                row(400, "invalid_request", Map.of(), refused(new ApiAnswer.BadRequest<>())),
                row(502, "google_error", Map.of(), refused(new ApiAnswer.Unusable<>())),
                row(502, "google_error", Map.of(), refused(new ApiAnswer.Unauthorized<>())));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void ofWhenDriveDidNotGiveItThenTheContractsWords(int status, String code, Map<String, Object> extensions,
            DriveOutcome<?> outcome) {
        var problem = DriveProblems.of(outcome);

        assertEquals(status, problem.code().status());
        assertEquals(code, problem.code().code());
        assertEquals(extensions, problem.extensions());
    }

    private static DriveOutcome<Object> refused(ApiAnswer<?> answer) {
        return new DriveOutcome.Refused<>(answer);
    }

    private static Arguments row(int status, String code, Map<String, Object> extensions, DriveOutcome<?> outcome) {
        return Arguments.of(status, code, extensions, outcome);
    }
}
