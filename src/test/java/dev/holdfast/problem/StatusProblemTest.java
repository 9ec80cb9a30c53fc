package dev.holdfast.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusProblemTest {

    @ParameterizedTest
    @CsvSource({"400, invalid_request, 400", "401, access_token_invalid, 401", "403, forbidden, 403",
        "404, not_found, 404", "405, method_not_allowed, 405", "406, not_acceptable, 406",
        "413, payload_too_large, 413", "414, uri_too_long, 414", "415, unsupported_media_type, 415",
        "422, invalid_request, 400", "431, headers_too_large, 431", "500, internal_error, 500",
        "501, not_implemented, 501", "503, storage_unavailable, 503", "599, internal_error, 500"})
    void ofWhenStatusThenItsCodeAndNoOther(int status, String code, int told) {
        Problem problem = StatusProblem.of(status);

        assertEquals(code, problem.code().code());
        assertEquals(told, problem.code().status());
    }

    @Test
    void ofWhenStorageUnavailableThenRetryAfter() {
        assertEquals(5, StatusProblem.of(503).retryAfter().orElseThrow());
    }
}
