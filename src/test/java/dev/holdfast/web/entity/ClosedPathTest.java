package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/ibm_security_logout", "/j_security_check", "/a/j_security_check", "/j_security_check;x=1", "/J_SECURITY_CHECK",
        "/api/ibm_security_logout", "/ibm_security_logout/x",
        "/ibm_security_logout.x", "/xibm_security_logoutx", "/auth/j_security_checkx", "/a/b.ibm_security_logout.c"})
    void containsWhenLibertyWouldAnswerThenTrue(String path) {
        assertTrue(ClosedPath.contains(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/files", "/j_security", "/security_logout", "/login"})
    void containsWhenItIsOursThenFalse(String path) {
        assertFalse(ClosedPath.contains(path));
    }
}
