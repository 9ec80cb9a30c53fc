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

        assertTrue(html.contains("<h1>" + code.status() + "</h1>"));
        assertTrue(html.contains(code.title()));
        assertFalse(html.contains("<script") || html.contains("style") || html.contains("http"));
    }
}
