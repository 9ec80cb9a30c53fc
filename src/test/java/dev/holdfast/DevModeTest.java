package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The server of dev mode is the packaged one, except that it reloads what has changed. */
class DevModeTest {

    private static final Pattern INCLUDE = Pattern.compile("<include location=\"([^\"]+)\"/>");

    @Test
    void devModeWhenComparedWithThePackagedServerThenIncludesTheSameFiles() throws IOException {
        List<String> packaged = includes("liberty/server.xml");

        assertFalse(packaged.isEmpty());
        assertEquals(packaged, includes("src/dev/liberty/server.xml"));
    }

    @Test
    void reloadWhenTheServerIsPackagedThenIsOff() throws IOException {
        String packaged = Files.readString(Path.of("liberty/holdfast/application.xml"));

        assertTrue(packaged.contains("<applicationMonitor updateTrigger=\"disabled\" dropinsEnabled=\"false\"/>"));
    }

    private static List<String> includes(String file) throws IOException {
        return INCLUDE.matcher(Files.readString(Path.of(file))).results().map(include -> include.group(1)).toList();
    }
}
