package dev.holdfast.gateway.boundary;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** L05: bodies of any size pass in bounded memory. */
@Timeout(120)
class StreamedTest {

    @Test
    void bytesWhenAGibibytePassesEachWayThenSixtyFourMebibytesOfHeapSuffice() throws Exception {
        Process small = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-XX:+UseSerialGC", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Streamed.class.getName()).redirectErrorStream(true).start();

        String said = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertTrue(said.contains("down " + Streamed.GIBIBYTE + " up " + Streamed.GIBIBYTE), said);
    }
}
