package dev.holdfast.problem;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages have words of their own for each code, so that no person reads the general ones for a known refusal. */
class PagesWordsTest {

    private static final Path WORDS = Path.of("frontend/src/app/problem/failure-words.ts");

    /** The session library acts on these by itself; no page gets them. */
    private static final Set<ProblemCode> OF_THE_SESSION = EnumSet.of(ProblemCode.ACCESS_TOKEN_INVALID,
            ProblemCode.SESSION_ENDED, ProblemCode.GOOGLE_ACCESS_LOST, ProblemCode.REFRESH_SUPERSEDED);

    @ParameterizedTest
    @EnumSource
    void wordsWhenTheServerHasACodeThenThePagesHaveWordsForIt(ProblemCode code) throws IOException {
        boolean known = Pattern.compile("^  " + code.code() + ": ", Pattern.MULTILINE).matcher(Files.readString(WORDS)).find();

        assertTrue(known || OF_THE_SESSION.contains(code), () -> "no words for " + code.code() + " in " + WORDS);
    }
}
