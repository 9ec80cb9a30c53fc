package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Liberty has a thread for everybody who may wait at once, and some for everybody else. */
class ThreadBudgetTest {

    private static final Pattern COMMENT = Pattern.compile("(?s)At most (.*?): (\\d+), and room for everybody else");
    private static final Pattern THREADS = Pattern.compile("<executor coreThreads=\"(\\d+)\"/>");
    private static final int EVERYBODY_ELSE = 40;

    @Test
    void executorWhenItsPartsAreSummedThenThereIsRoomForMore() throws IOException {
        String http = Files.readString(Path.of("liberty/holdfast/http.xml"));
        Matcher comment = COMMENT.matcher(http);
        assertTrue(comment.find());

        int sum = Pattern.compile("\\d+").matcher(comment.group(1)).results().map(MatchResult::group)
                .mapToInt(Integer::parseInt).sum();

        assertEquals(Integer.parseInt(comment.group(2)), sum);
        assertEquals(sum + EVERYBODY_ELSE, threads(http));
        assertEquals(threads(http), threads(Files.readString(Path.of("src/test/liberty/server.xml"))));
    }

    private static int threads(String configuration) {
        Matcher executor = THREADS.matcher(configuration);
        assertTrue(executor.find());
        return Integer.parseInt(executor.group(1));
    }
}
