package dev.holdfast.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemHeadersTest {

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void ofWhenAnyProblemThenProblemJsonAndNeverCached(ProblemCode code) {
        var headers = ProblemHeaders.of(Problem.of(code));

        assertEquals("application/problem+json", headers.get("Content-Type"));
        assertEquals("no-store", headers.get("Cache-Control"));
    }

    /** RFC 6750 section 3: the challenge MUST come with every 401. */
    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void ofWhenStatusIs401ThenBearerChallengeAndOnlyThen(ProblemCode code) {
        assertEquals(code.status() == 401, ProblemHeaders.of(Problem.of(code)).containsKey("WWW-Authenticate"));
    }

    @Test
    void ofWhenRetryAfterIsKnownThenHeaderNamesIt() {
        assertEquals("7", ProblemHeaders.of(Problem.of(ProblemCode.GOOGLE_UNAVAILABLE).withRetryAfter(7))
                .get("Retry-After"));
        assertFalse(ProblemHeaders.of(Problem.of(ProblemCode.NOT_FOUND)).containsKey("Retry-After"));
    }
}
