package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of {@code docs/deploy} contain nothing that the handbook does not know, and no secret. */
class DeploymentFilesTest {

    private static final Path FOLDER = Path.of("docs/deploy");
    private static final Pattern SETTING = Pattern.compile("\\b(?:HOLDFAST|HTTPS?|WLP|LOG|VARIABLE)_[A-Z_]+\\b");
    private static final Pattern PATH = Pattern.compile("(?:path: |GET |location )(/(?:health|metrics|openapi)[a-z/]*)");
    private static final Pattern IMAGE = Pattern.compile("(?m)^(?:FROM|\\s*image:) (\\S+)");

    private final String handbook = handbook();

    @Test
    void settingsWhenNamedThenTheHandbookKnowsThem() throws IOException {
        Set<String> known = found(SETTING, handbook);
        Set<String> named = new TreeSet<>();
        for (Path file : files()) {
            named.addAll(found(SETTING, read(file)));
        }

        assertTrue(named.size() > 15, named::toString);
        named.removeAll(known);
        assertEquals(Set.of(), named);
    }

    @Test
    void addressesWhenAskedOrClosedThenTheHandbookKnowsThem() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Path file : files()) {
            PATH.matcher(read(file)).results().forEach(path -> asked.add(path.group(1)));
        }

        assertTrue(asked.containsAll(Set.of("/health/started", "/health/live", "/health/ready", "/metrics")),
                asked::toString);
        assertEquals(List.of(), asked.stream().filter(path -> !handbook.contains("`" + path + "`")).toList());
    }

    @Test
    void imagesWhenNamedThenOfACertainVersion() {
        List<String> images = Stream.of("Containerfile", "standin.Containerfile", "kubernetes.yaml", "compose.yaml")
                .flatMap(name -> IMAGE.matcher(read(FOLDER.resolve(name))).results()).map(image -> image.group(1)).toList();

        assertEquals(7, images.size(), images::toString);
        images.forEach(image -> assertTrue(image.matches(".+/.+:(?!latest$)[\\w.-]*\\d[\\w.-]*"), image));
    }

    @Test
    void secretsWhenNeededThenTheyAreElsewhere() throws IOException {
        for (Path file : files()) {
            String text = read(file);
            assertFalse(text.matches("(?s).*HOLDFAST_(CRYPTO_KEYS|GOOGLE_CLIENT_SECRET|DB_PASSWORD)[=:, ].*"),
                    file::toString);
            assertFalse(text.contains("kind: Secret"), file::toString);
        }
    }

    /** A document takes a token, three calls of an API and a complete export: no proxy may give up before that. */
    @Test
    void timeoutsWhenADocumentTakesLongThenTheProxyWaitsAndAsksNoSecondServer() {
        Duration most = Duration.parse(only("`holdfast\\.google\\.api-timeout` \\|[^|]+\\| `(PT\\w+)`", handbook));
        long needed = 220 + 3 * most.toSeconds();
        String nginx = read(FOLDER.resolve("nginx.conf"));

        for (String place : List.of("/api/drive/", "~ ^/api/drive/files/[^/]+/content$")) {
            String location = only("(?s)location " + Pattern.quote(place) + " \\{(.*?)\\}", nginx);
            assertTrue(Long.parseLong(only("proxy_read_timeout (\\d+)s;", location)) >= needed, location);
            assertTrue(location.contains("proxy_next_upstream_timeout 5s;"), location);
        }
        String ingress = read(FOLDER.resolve("kubernetes.yaml"));
        assertTrue(Long.parseLong(only("proxy-read-timeout: \"(\\d+)\"", ingress)) >= needed);
        assertEquals("5", only("proxy-next-upstream-timeout: \"(\\d+)\"", ingress));
        assertTrue(handbook.contains("`proxy_read_timeout " + needed + "s`"), "the handbook says " + needed);
    }

    private static String only(String pattern, String text) {
        List<String> found = Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
        assertEquals(1, found.size(), () -> pattern + " in " + found);
        return found.get(0);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All pages for operators as one text. */
    private static String handbook() {
        try (Stream<Path> pages = Files.list(Path.of("docs/operate"))) {
            return pages.sorted().map(DeploymentFilesTest::read).collect(Collectors.joining("\n"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
