package dev.holdfast.google.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponseException;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiProblemsTest {

    private static final String READONLY = "https://www.googleapis.com/auth/drive.readonly";

    private final ApiProblems problems = new ApiProblems(
            new GoogleConfig(SettingsOf.google("http://127.0.0.1:9090", Map.of())), Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({"400, '', invalid_request", "401, '', google_error", "403, '', google_forbidden",
        "403, rateLimitExceeded, google_rate_limited", "403, insufficientPermissions, google_forbidden",
        "404, '', not_found", "429, '', google_rate_limited", "302, '', google_error", "412, '', google_error",
        "500, '', google_unavailable", "503, '', google_unavailable"})
    void ofWhenAnApiRefusesThenTheContractsWord(int status, String reason, String code) {
        Problem problem = problems.of(refusal(status, "{\"error\":{\"errors\":[{\"reason\":\"" + reason + "\"}]}}",
                new HttpHeaders().setRetryAfter("7")));

        assertEquals(code, problem.code().code());
        assertEquals(code.equals("google_rate_limited") || code.equals("google_unavailable"),
                problem.retryAfter().equals(OptionalLong.of(7)));
    }

    @Test
    void ofWhenTheChallengeNamesScopesThenAsksForOneThatCanBeAskedFor() {
        Problem problem = problems.of(refusal(403, null, new HttpHeaders().setAuthenticate(
                "Bearer error=\"insufficient_scope\", scope=\"https://www.googleapis.com/auth/drive " + READONLY + "\"")));

        assertEquals("google_scope_missing", problem.code().code());
        assertEquals(List.of(READONLY), problem.members().get("missing_scopes"));
        assertEquals("/auth/login?scope=https%3A%2F%2Fwww.googleapis.com%2Fauth%2Fdrive.readonly&return_to=/",
                problem.members().get("sign_in"));
    }

    private static HttpResponseException refusal(int status, String content, HttpHeaders headers) {
        return new HttpResponseException.Builder(status, "Something", headers).setContent(content).build();
    }
}
