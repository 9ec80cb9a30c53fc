package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The code that the documentation shows is compiled and tested. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("src/test/java/com/example/files");
    private static final Path OF_THE_SDK = Path.of("src/test/java/com/example/models");
    private static final Pattern JAVADOC_CODE = Pattern.compile("<pre>\\{@code\\R(.*?)\\R \\* }</pre>", Pattern.DOTALL);
    private static final Pattern MARKDOWN_CODE = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);

    @Test
    void guideWhenItShowsJavaThenItIsAnExamplesFile() throws IOException {
        List<String> shown = found(MARKDOWN_CODE, Files.readString(Path.of("docs/use.md")));

        assertEquals(List.of(Files.readString(EXAMPLES.resolve("RecentFilesResource.java")),
                Files.readString(EXAMPLES.resolve("FileCount.java")),
                Files.readString(EXAMPLES.resolve("DriveTokens.java")),
                Files.readString(OF_THE_SDK.resolve("ModelQuestion.java"))), shown);
    }

    /** The jar in the container test has it: see {@code GoogleClientsContainerIT}. */
    @Test
    void guideWhenItShowsBeansXmlThenItIsTheExamplesFile() throws IOException {
        assertTrue(unindented(Files.readString(Path.of("docs/use.md")))
                .contains(unindented(Files.readString(Path.of("src/test/resources/example/beans.xml")))));
    }

    @Test
    void javadocWhenItShowsCodeThenItIsInAnExample() throws IOException {
        String examples = unindented(Files.readString(EXAMPLES.resolve("RecentFilesResource.java"))
                + Files.readString(EXAMPLES.resolve("FileCount.java")));
        List<String> shown = found(JAVADOC_CODE,
                Files.readString(Path.of("src/main/java/dev/holdfast/custody/client/GoogleClients.java")));

        assertEquals(2, shown.size());
        shown.forEach(code -> assertTrue(examples.contains(unindented(code.replaceAll("(?m)^ \\* ?", ""))), code));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static String unindented(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
