package dev.holdfast.gateway.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponseException;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.gateway.control.GatewayOutcome;
import dev.holdfast.gateway.entity.CheckedRequest;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.google.api.ApiProblems;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each outcome in the contract's words. */
class GatewayProblemsTest {

    private final GatewayProblems problems = new GatewayProblems();

    {
        problems.problems = new ApiProblems(
                new GoogleConfig(SettingsOf.google("http://127.0.0.1:9090", Map.of())), Clock.systemUTC());
    }

    static Stream<Arguments> ours() {
        return Stream.of(
                Arguments.of(new GatewayOutcome.NotAllowed(new CheckedRequest.Malformed()), 400, "invalid_request", 0),
                Arguments.of(new GatewayOutcome.NotAllowed(new CheckedRequest.Unreachable()), 404, "not_found", 0),
                Arguments.of(new GatewayOutcome.NotAllowed(new CheckedRequest.MethodClosed(Set.of("GET"))), 405,
                        "method_not_allowed", 0),
                Arguments.of(new GatewayOutcome.TooLarge(), 413, "payload_too_large", 0),
                Arguments.of(new GatewayOutcome.BodyBroken(), 400, "invalid_request", 0),
                Arguments.of(new GatewayOutcome.TooMany(Duration.ofMillis(41_001)), 429, "too_many_requests", 42),
                Arguments.of(new GatewayOutcome.Busy(Duration.ofSeconds(5)), 503, "google_unavailable", 5),
                Arguments.of(new GatewayOutcome.NoToken(new Acquired.Unavailable(Duration.ofSeconds(7))), 503,
                        "google_unavailable", 7),
                Arguments.of(new GatewayOutcome.NoToken(new Acquired.Lost(EndReason.GOOGLE_REVOKED)), 401,
                        "google_access_lost", 0),
                Arguments.of(new GatewayOutcome.NoAnswer(new GoogleTrouble("timeout")), 503, "google_unavailable", 5),
                Arguments.of(new GatewayOutcome.Unusable(), 502, "google_error", 0),
                Arguments.of(new GatewayOutcome.RepeatYourself(Duration.ofSeconds(1)), 503, "google_unavailable", 1));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void ofWhenWeRefuseThenThatCode(GatewayOutcome outcome, int status, String code, long retryAfter) {
        Problem problem = problems.of(outcome);

        assertEquals(status, problem.code().status());
        assertEquals(code, problem.code().code());
        assertEquals(retryAfter == 0 ? OptionalLong.empty() : OptionalLong.of(retryAfter), problem.retryAfter());
    }

    @ParameterizedTest
    @CsvSource({"400, invalid_request", "401, google_error", "403, google_forbidden", "404, not_found", "405, google_error",
        "409, conflict", "410, gone", "412, precondition_failed", "413, payload_too_large", "415, unsupported_media_type",
        "416, range_not_satisfiable", "418, google_error", "429, google_rate_limited", "500, google_unavailable",
        "503, google_unavailable"})
    void ofWhenGoogleRefusesThenOurWordAndNoneOfItsText(int status, String code) {
        Problem problem = problems.of(refused(status, "{\"error\":{\"message\":\"SECRET\",\"errors\":[{\"reason\":\"odd\"}]}}"));

        assertEquals(code, problem.code().code());
        assertFalse(problem.members().toString().contains("SECRET") || problem.members().toString().contains("odd"));
    }

    @ParameterizedTest
    @CsvSource({"domainPolicy, google_forbidden, domain_policy", "insufficientFilePermissions, google_forbidden, no_permission",
        "rateLimitExceeded, google_rate_limited,", "accessNotConfigured, google_not_enabled,",
        "fileNotDownloadable, not_downloadable,"})
    void ofWhenGoogleForbidsThenTheReasonIsAKnownWord(String theirs, String code, String word) {
        Problem problem = problems.of(refused(403, "{\"error\":{\"errors\":[{\"reason\":\"" + theirs + "\"}]}}"));

        assertEquals(code, problem.code().code());
        assertEquals(word, problem.members().get("google_reason"));
    }

    @Test
    void ofWhenAScopeIsMissingThenALinkAsksForIt() {
        Problem problem = problems.of(new GatewayOutcome.NoToken(new Acquired.ScopeMissing(Set.of("https://g/b", "https://g/a"))));

        assertEquals("google_scope_missing", problem.code().code());
        assertEquals(List.of("https://g/a", "https://g/b"), problem.members().get("missing_scopes"));
        assertEquals("/auth/login?scope=https%3A%2F%2Fg%2Fa+https%3A%2F%2Fg%2Fb&return_to=/", problem.members().get("sign_in"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":{\"errors\":[{\"reason\":\"insufficientPermissions\"}]}}",
        "{\"error\":{\"details\":[{\"reason\":\"ACCESS_TOKEN_SCOPE_INSUFFICIENT\"}]}}"})
    void ofWhenGoogleMissesAScopeWithoutANameThenThoseOfTheRuleAreAskedFor(String body) {
        Problem problem = problems.of(refused(403, body));

        assertEquals("google_scope_missing", problem.code().code());
        assertEquals(List.of("https://g/a", "https://g/b"), problem.members().get("missing_scopes"));
        assertEquals("/auth/login?scope=https%3A%2F%2Fg%2Fa+https%3A%2F%2Fg%2Fb&return_to=/", problem.members().get("sign_in"));
    }

    private static GatewayOutcome refused(int status, String body) {
        return new GatewayOutcome.Refused(
                new HttpResponseException.Builder(status, null, new HttpHeaders()).setContent(body).build(),
                Set.of("https://g/b", "https://g/a"));
    }
}
