package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each decision has a number, a title, a date and a status, and its row in the index. */
class DecisionsTest {

    private static final Path FOLDER = Path.of("docs/decisions");
    private static final Pattern HEADER = Pattern.compile("# (\\d+)\\. (.+)\\n\\n- Date: (\\d{4}-\\d\\d-\\d\\d)\\n- Status: "
            + "(Accepted|Superseded by \\[\\d+]\\(\\d{4}-[a-z0-9-]+\\.md\\))\\n\\n(?s:.+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\d+ \\|.*$");

    @Test
    void decisionsWhenListedThenEachHasItsHeaderAndItsRowInTheIndex() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(FOLDER.resolve("README.md"))).results()
                .map(row -> row.group()).toList();

        assertEquals(decisions().stream().map(DecisionsTest::rowFor).toList(), rows);
    }

    @Test
    void decisionsWhenNumberedThenWithoutAGap() throws IOException {
        List<String> numbers = decisions().stream().map(file -> file.getFileName().toString().substring(0, 4)).toList();

        assertEquals(IntStream.rangeClosed(1, numbers.size()).mapToObj("%04d"::formatted).toList(), numbers);
    }

    private static String rowFor(Path file) {
        String text = MarkdownPage.read(file).text();
        Matcher header = HEADER.matcher(text);
        assertTrue(header.matches(), () -> file + " needs '# <number>. <title>', then '- Date: <yyyy-mm-dd>' and '- Status: "
                + "Accepted' or 'Superseded by [<number>](<file>)', but begins:\n" + text.lines().limit(5).toList());
        String name = file.getFileName().toString();
        assertEquals(Integer.parseInt(name.substring(0, 4)), Integer.parseInt(header.group(1)), name);
        return "| " + header.group(1) + " | [" + header.group(2) + "](" + name + ") | " + header.group(3) + " | "
                + header.group(4) + " |";
    }

    private static List<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("README.md")).sorted().toList();
        }
    }
}
