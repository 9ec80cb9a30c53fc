package dev.holdfast.problem;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemPageTest {

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void htmlWhenAnyProblemThenStatusAndTitleAndNothingActive(ProblemCode code) {
        String html = ProblemPage.html(Problem.of(code));

        assertTrue(html.contains("<small>" + code.status() + "</small>"));
        assertTrue(html.contains(code == ProblemCode.NOT_FOUND ? "Page not found" : code.title()));
        assertFalse(html.contains("<script") || html.contains("http") || html.contains("style="));
        assertFalse(html.contains("%"), "no place is left unfilled");
    }
}
