package dev.holdfast.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    /** RFC 9457 section 3.1. */
    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void membersWhenPlainThenEveryMemberOfTheContract(ProblemCode code) {
        var members = Problem.of(code).members();

        assertEquals(List.of("type", "title", "status", "detail", "code"), List.copyOf(members.keySet()));
        assertEquals("about:blank", members.get("type"));
        assertEquals(code.status(), members.get("status"));
        assertEquals(code.name().toLowerCase(Locale.ROOT), members.get("code"));
    }

    @Test
    void membersWhenExtendedThenExtensionsComeLast() {
        var members = Problem.of(ProblemCode.GOOGLE_SCOPE_MISSING).withDetail("d")
                .withMissingScopes(List.of("s"), Problem.HOME).members();

        assertEquals(List.of("type", "title", "status", "detail", "code", "missing_scopes", "sign_in"),
                List.copyOf(members.keySet()));
        assertEquals(List.of("s"), members.get("missing_scopes"));
    }

    @Test
    void withReasonWhenNullThenNoSuchMember() {
        assertFalse(Problem.of(ProblemCode.SESSION_ENDED).withReason(null).members().containsKey("reason"));
    }

    @Test
    void withRetryAfterWhenZeroThenOneSecond() {
        assertEquals(1L, Problem.of(ProblemCode.GOOGLE_UNAVAILABLE).withRetryAfter(0).retryAfter().orElseThrow());
    }
}
