package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A stranger understands the pages at the first reading, and each link and each name of a page leads somewhere. */
class DocsTest {

    /** Decisions stay as they were written. */
    private static final Pattern RECORD = Pattern.compile("docs/decisions/\\d{4}-.+");

    private static final Pattern JAVADOC = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
    private static final List<Path> NAMING_PAGES =
            Stream.of("src/main", "src/test/java", "liberty", "docs/deploy", "frontend/src").map(Path::of).toList();
    private static final Pattern PAGE = Pattern.compile("docs/[a-z][\\w/-]*\\.md(?:#[\\w-]+)?");
    private static final Pattern SECTION =
            Pattern.compile("[\"“„]([A-Z][\\w ]+)(?:\\\\\"|[\"“”]) in (docs/[\\w/-]+\\.md)");
    private static final Pattern TEXT =
            Pattern.compile(".+\\.(?:java|ts|json|xml|ya?ml|properties|env|service|conf)|.+/[A-Z]\\w+file");

    @Test
    void pagesWhenWrittenThenInPlainEnglish() throws IOException {
        List<String> faults = MarkdownPage.all().stream()
                .filter(page -> page.file().startsWith("docs") || page.file().equals(Path.of("README.md")))
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

    @Test
    void javadocWhenWrittenThenItIsInPlainEnglishAndOpensWithANounOrAVerb() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : files(List.of(Path.of("src/main/java")))) {
            faultsOfJavadocIn(Files.readString(file)).forEach(fault -> faults.add(file + ": " + fault));
        }

        assertEquals("", String.join("\n", faults));
    }

    private static Stream<String> faultsOfJavadocIn(String source) {
        return JAVADOC.matcher(source).results().map(comment -> words(comment.group(1))).flatMap(comment -> Stream.concat(
                PlainEnglish.opensWithAFragment(comment) ? Stream.of("opens with a fragment: " + comment) : Stream.empty(),
                PlainEnglish.faultsIn(comment).stream().map(fault -> fault + ", in: " + comment)));
    }

    private static String words(String javadoc) {
        return javadoc.replaceAll("(?m)^\\s*\\* ?", "").replaceAll("\\{@\\w+ [^}]*}", "`").strip();
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
