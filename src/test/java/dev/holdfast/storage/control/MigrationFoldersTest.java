package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both databases go through the same migrations and end with the same tables. */
class MigrationFoldersTest {

    private static final Path FOLDERS = Path.of("src/main/resources/db/migration");
    private static final Pattern TABLE = Pattern.compile("create table (\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern INDEX = Pattern.compile("create (?:unique )?index [^;]+;");

    /** Only these differ in name between the two. */
    private static final Map<String, String> SAME_TYPE = Map.of("char(36)", "uuid", "blob(64k)", "bytea");

    @Test
    void foldersWhenListedThenTheSameVersionsAndNames() throws IOException {
        List<String> derby = names("derby");

        assertFalse(derby.isEmpty());
        assertEquals(derby, names("postgresql"));
        derby.forEach(name -> assertTrue(name.matches("V[0-9]+__[a-z0-9_]+\\.sql"), name));
    }

    @Test
    void tablesWhenReadThenTheSameColumnsTypesAndConstraints() throws IOException {
        Map<String, List<String>> derby = tables("derby");

        assertFalse(derby.isEmpty());
        assertEquals(derby, tables("postgresql"));
    }

    @Test
    void indexesWhenReadThenTheSame() throws IOException {
        assertEquals(indexes("derby"), indexes("postgresql"));
    }

    private static Map<String, List<String>> tables(String database) throws IOException {
        Map<String, List<String>> tables = new TreeMap<>();
        Matcher table = TABLE.matcher(script(database));
        while (table.find()) {
            tables.put(table.group(1), table.group(2).lines().map(MigrationFoldersTest::normalised)
                    .filter(line -> !line.isEmpty()).toList());
        }
        return tables;
    }

    private static TreeSet<String> indexes(String database) throws IOException {
        TreeSet<String> indexes = new TreeSet<>();
        Matcher index = INDEX.matcher(script(database));
        while (index.find()) {
            indexes.add(normalised(index.group()));
        }
        return indexes;
    }

    private static String normalised(String line) {
        String plain = line.strip().replaceAll("\\s+", " ");
        for (Map.Entry<String, String> type : SAME_TYPE.entrySet()) {
            plain = plain.replace(" " + type.getKey(), " " + type.getValue());
        }
        return plain;
    }

    private static String script(String database) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : names(database)) {
            all.append(Files.readString(FOLDERS.resolve(database).resolve(name)).replaceAll("--[^\n]*", ""));
        }
        return all.toString();
    }

    private static List<String> names(String database) throws IOException {
        try (Stream<Path> files = Files.list(FOLDERS.resolve(database))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".sql")).sorted().toList();
        }
    }
}
