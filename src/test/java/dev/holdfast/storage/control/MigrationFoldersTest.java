package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both databases go through the same migrations. */
class MigrationFoldersTest {

    private static final Path FOLDERS = Path.of("src/main/resources/db/migration");

    @Test
    void foldersWhenListedThenTheSameVersionsAndNames() throws IOException {
        List<String> derby = names("derby");

        assertFalse(derby.isEmpty());
        assertEquals(derby, names("postgresql"));
        derby.forEach(name -> assertTrue(name.matches("V[0-9]+__[a-z0-9_]+\\.sql"), name));
    }

    private static List<String> names(String database) throws IOException {
        try (Stream<Path> files = Files.list(FOLDERS.resolve(database))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".sql")).sorted().toList();
        }
    }
}
