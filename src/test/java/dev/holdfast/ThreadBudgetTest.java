package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.Capacity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Liberty has a thread for each caller that may wait at the same time, and spare threads for all others. */
class ThreadBudgetTest {

    private static final Pattern THREADS = Pattern.compile("<executor coreThreads=\"(\\d+)\" maxThreads=\"\\1\"/>");

    @Test
    void executorWhenComparedWithTheCapacityThenHasAThreadForEach() throws IOException {
        assertEquals(Capacity.THREADS, threads("liberty/holdfast/http.xml"));
        assertEquals(Capacity.THREADS, threads("src/test/liberty/server.xml"));
    }

    @Test
    void capacityWhenOnePartIsOfAnotherThenItLeavesRoom() {
        assertTrue(Capacity.WAITING_FOR_ONE_TOKEN < Capacity.WAITING_FOR_TOKENS);
        assertTrue(Capacity.SLOW_API_CALLS < Capacity.API_CALLS);
    }

    private static int threads(String file) throws IOException {
        Matcher executor = THREADS.matcher(Files.readString(Path.of(file)));
        assertTrue(executor.find());
        return Integer.parseInt(executor.group(1));
    }
}
