package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.Comments.Comment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stranger understands the pages at the first reading, and each link and each name of a page leads somewhere. */
class DocsTest {

    /** Decisions stay as they were written. */
    private static final Pattern RECORD = Pattern.compile("docs/decisions/\\d{4}-.+");

    private static final Pattern SOURCE = Pattern.compile("(?!.*node_modules).+\\.(?:java|ts|mjs)");
    private static final List<Path> NAMING_PAGES =
            Stream.of("src/main", "src/test/java", "liberty", "docs/deploy", "frontend/src").map(Path::of).toList();
    private static final Pattern PAGE = Pattern.compile("docs/[a-z][\\w/-]*\\.md(?:#[\\w-]+)?");
    private static final Pattern SECTION =
            Pattern.compile("[\"“„]([A-Z][\\w ]+)(?:\\\\\"|[\"“”]) in (docs/[\\w/-]+\\.md)");
    private static final Pattern TEXT =
            Pattern.compile(".+\\.(?:java|ts|mjs|json|xml|ya?ml|properties|env|service|conf)|.+/[A-Z]\\w+file");

    @Test
    void pagesWhenWrittenThenInPlainEnglish() throws IOException {
        List<String> faults = MarkdownPage.all().stream()
                .filter(page -> !RECORD.matcher(page.file().toString()).matches())
                .flatMap(page -> PlainEnglish.faultsIn(page.prose()).stream().map(fault -> page.file() + ", " + fault))
                .toList();

        assertEquals("", String.join("\n", faults));
    }

    @Test
    void linksWhenFollowedThenEachLeadsToAPageAndAHeading() throws IOException {
        List<MarkdownPage> pages = MarkdownPage.all();
        List<String> dead = pages.stream().flatMap(page -> page.links().filter(link -> !page.leadsSomewhere(link))
                .map(link -> page.file() + ": " + link)).toList();

        assertTrue(pages.stream().flatMap(MarkdownPage::links).count() > 100);
        assertEquals("", String.join("\n", dead));
    }

    /** Comments, alerts, findings and texts name documents: each exists, with the anchor or the section that is named. */
    @Test
    void pagesWhenNamedOutsideTheDocsThenTheyExist() throws IOException {
        MarkdownPage root = new MarkdownPage(Path.of("README.md"), "");
        List<String> dead = new ArrayList<>();
        for (Path file : files(NAMING_PAGES)) {
            String text = Files.readString(file);
            PAGE.matcher(text).results().map(page -> page.group()).filter(page -> !root.leadsSomewhere(page))
                    .forEach(page -> dead.add(file + ": " + page));
            SECTION.matcher(text).results().filter(named -> !root.leadsSomewhere(named.group(2))
                            || !MarkdownPage.read(Path.of(named.group(2))).hasHeading(named.group(1)))
                    .forEach(named -> dead.add(file + ": " + named.group()));
        }

        assertEquals("", String.join("\n", dead));
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java", "frontend/src", "frontend/e2e", "frontend/tools",
            "frontend/projects"})
    void commentsWhenWrittenThenInPlainEnglishAndDocumentationOpensWithANounOrAVerb(Path root) throws IOException {
        List<String> faults = new ArrayList<>();
        int comments = 0;
        for (Path file : files(List.of(root))) {
            if (SOURCE.matcher(file.toString()).matches()) {
                List<Comment> found = Comments.of(Files.readString(file)).toList();
                comments += found.size();
                found.stream().flatMap(Comment::faults).forEach(fault -> faults.add(file + ": " + fault));
            }
        }

        assertTrue(comments > 10, "comments: " + comments);
        assertEquals("", String.join("\n", faults));
    }

    private static List<Path> files(List<Path> roots) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> found = Files.walk(root)) {
                found.filter(file -> TEXT.matcher(file.toString()).matches()).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
