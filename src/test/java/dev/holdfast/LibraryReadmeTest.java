package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README of the session library names only what the library exports, which its recorded API lists. */
class LibraryReadmeTest {

    private static final Path LIBRARY = Path.of("frontend/projects/session");
    private static final Pattern CODE = Pattern.compile("(?s)```ts\\R(.*?)```");
    private static final Pattern IMPORT = Pattern.compile("(?s)import \\{([^}]*)} from '@holdfast/session[\\w/]*'");
    private static final Pattern USE = Pattern.compile(
            "\\b(provideSession|(?:with|when|create)[A-Z]\\w*|endReasonText|SessionFakes|(?<=inject\\()\\w+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+`) +\\|");
    private static final Pattern QUOTED = Pattern.compile("`(\\w+)(?:\\([^`]*)?`");
    private static final Pattern EXPORT =
            Pattern.compile("(?m)^export (?:declare )?(?:abstract )?(?:const|function|class|interface|type) (\\w+)");

    /** Angular's, and the example's own. */
    private static final Set<String> OF_OTHERS = Set.of("withInterceptors", "Telemetry");

    @Test
    void codeWhenItNamesTheLibraryThenTheLibraryExportsIt() throws IOException {
        String readme = Files.readString(LIBRARY.resolve("README.md"));
        List<String> blocks = CODE.matcher(readme).results().map(block -> block.group(1)).toList();
        Set<String> named = new TreeSet<>();
        blocks.stream().flatMap(block -> IMPORT.matcher(block).results()).flatMap(list -> Stream.of(list.group(1).split(",")))
                .map(String::strip).filter(name -> !name.isEmpty()).forEach(named::add);
        blocks.stream().flatMap(block -> USE.matcher(block).results()).map(use -> use.group(1)).forEach(named::add);
        named.removeAll(OF_OTHERS);

        assertTrue(named.size() > 10, named::toString);
        assertEquals(Set.of(), unknown(named));
    }

    @Test
    void tableWhenItListsANameThenTheLibraryExportsIt() throws IOException {
        String table = MarkdownPage.read(LIBRARY.resolve("README.md")).text().split("## What there is")[1].split("\n## ")[0];
        Set<String> named = new TreeSet<>();
        ROW.matcher(table).results().flatMap(row -> QUOTED.matcher(row.group(1)).results())
                .forEach(name -> named.add(name.group(1)));

        assertTrue(named.size() > 20, named::toString);
        assertEquals(Set.of(), unknown(named));
    }

    private static Set<String> unknown(Set<String> named) throws IOException {
        Set<String> unknown = new TreeSet<>(named);
        for (String entry : List.of("session", "session-core", "session-testing")) {
            EXPORT.matcher(Files.readString(LIBRARY.resolve("api/" + entry + ".api.md"))).results()
                    .forEach(export -> unknown.remove(export.group(1)));
        }
        return unknown;
    }
}
