package dev.holdfast.google.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Drive's 403s are told apart by their machine-readable reasons alone. */
class ApiRefusalTest {

    private static final Duration WAIT = Duration.ofSeconds(5);

    @ParameterizedTest
    @CsvSource({
        "cannotDownloadAbusiveFile, abusive",
        "abuse, abusive",
        "downloadQuotaExceeded, download_quota",
        "domainPolicy, domain_policy",
        "appNotAuthorizedToFile, app_not_authorized",
        "cannotDownloadFile, not_downloadable_by_you",
        "cannotExportFile, not_downloadable_by_you",
        "teamDriveMembershipRequired, shared_drive_membership",
        "insufficientParentPermissions, no_permission",
        "insufficientFilePermissions, no_permission"})
    void answerWhenTheFileIsRefusedThenTheReasonInOurWord(String googles, String ours) {
        assertEquals(Optional.of(ours), forbidden(because(googles)));
        assertEquals(Optional.of(ours), forbidden(
                "{\"error\":{\"errors\":[{\"reason\":\"forbidden\"}],\"details\":[{\"reason\":\"" + googles + "\"}]}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rateLimitExceeded", "userRateLimitExceeded", "dailyLimitExceeded", "quotaExceeded",
        "sharingRateLimitExceeded", "RATE_LIMIT_EXCEEDED"})
    void answerWhenItIsAboutAQuotaThenRateLimited(String googles) {
        assertEquals(new ApiAnswer.RateLimited<>(WAIT), answer(because(googles)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fileNotDownloadable", "exportSizeLimitExceeded", "fileNotExportable"})
    void answerWhenThereIsNoContentThenNotDownloadable(String googles) {
        assertEquals(new ApiAnswer.NotDownloadable<>(), answer(because(googles)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accessNotConfigured", "SERVICE_DISABLED"})
    void answerWhenTheApiIsNotSwitchedOnThenNotEnabled(String googles) {
        assertEquals(new ApiAnswer.NotEnabled<>(), answer(because(googles)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<html><title>Sorry...</title>your computer may be sending automated queries: rateLimitExceeded</html>", "", "[]",
        "null", "{}", "{\"error\":\"cannotDownloadFile\"}", "{\"error\":{\"message\":\"abuse\"}}",
        "{\"error\":{\"errors\":[{\"reason\":\"somethingNew\"}]}}", "{\"error\":{\"errors\":[{\"reason\":[]}, 7]}}"})
    void answerWhenNoKnownReasonIsGivenThenForbiddenWithoutOne(String body) {
        assertEquals(Optional.empty(), forbidden(body));
    }

    @Test
    void codeWhenAskedThenOurWord() {
        assertEquals("app_not_authorized", ForbiddenReason.APP_NOT_AUTHORIZED.code());
    }

    private static Optional<String> forbidden(String body) {
        return ((ApiAnswer.Forbidden<?>) answer(body)).reason().map(ForbiddenReason::code);
    }

    private static ApiAnswer<Object> answer(String body) {
        return new ApiRefusal(403, body, "", WAIT).answer();
    }

    private static String because(String reason) {
        return "{\"error\":{\"code\":403,\"errors\":[{\"domain\":\"global\",\"reason\":\"" + reason + "\"}]}}";
    }
}
