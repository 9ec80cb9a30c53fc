package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.holdfast.settings.entity.ProductVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The version has one source, {@code pom.xml}; every other place agrees with it. */
class ReleaseTest {

    private static final Path FRONTEND = Path.of("frontend");
    private static final Pattern IMAGE = Pattern.compile("registry\\.example\\.com/holdfast[a-z-]*:([\\w.-]+)");
    private static final Pattern HEADING = Pattern.compile("(?m)^## \\[([^]]+)](?: - (\\d{4}-\\d{2}-\\d{2}))?$");

    private final String pom = read(Path.of("pom.xml"));
    private final String version = first("<artifactId>holdfast</artifactId>\\s+<version>([^<]+)</version>", pom);

    @Test
    void serverWhenAskedThenItsVersionIsThatOfThePom() {
        assertEquals(version, ProductVersion.current());
    }

    @Test
    void apiWhenDescribedThenItsVersionIsThatOfThePom() {
        JsonObject info = json(Path.of("target/openapi/openapi.json")).getAsJsonObject("info");

        assertEquals(version, info.get("version").getAsString());
    }

    /** Title, version and vendor come from the pom; the manifest holds nothing that differs from one build to the next. */
    @Test
    void manifestOfTheWarWhenMadeThenTheBuildPutsTheVersionIn() {
        assertTrue(pom.contains("<addDefaultImplementationEntries>true</addDefaultImplementationEntries>"));
        assertFalse(pom.contains("buildnumber-maven-plugin"));
    }

    /** Maven cannot fill in npm's own files; the list of what is in the pages shows their version. */
    @Test
    void frontEndWhenListedThenItsVersionIsThatOfThePom() {
        JsonObject lock = json(FRONTEND.resolve("package-lock.json"));
        List<JsonObject> places = List.of(json(FRONTEND.resolve("package.json")), lock,
                lock.getAsJsonObject("packages").getAsJsonObject(""),
                json(FRONTEND.resolve("projects/session/package.json")));

        places.forEach(place -> assertEquals(version, place.get("version").getAsString(), place.get("name")::getAsString));
    }

    @Test
    void imagesWhenNamedThenTheirTagIsTheVersion() throws IOException {
        List<String> tags = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            files.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".png"))
                    .map(ReleaseTest::read).map(IMAGE::matcher).flatMap(Matcher::results).forEach(image -> tags.add(image.group(1)));
        }

        assertTrue(tags.size() >= 5, tags::toString);
        assertEquals(List.of(), tags.stream().filter(tag -> !tag.equals(released())).toList());
    }

    @Test
    void guideWhenItBuildsOnHoldfastThenOnThisVersion() {
        String built = first("<holdfast.version>([^<]+)</holdfast.version>", read(Path.of("docs/use.md")));

        assertEquals(released(), built);
    }

    @Test
    void changelogWhenReadThenItBeginsWithThisVersion() {
        Matcher newest = HEADING.matcher(read(Path.of("docs/changelog.md")));

        assertTrue(newest.find());
        assertEquals(version.equals(released()) ? version : "Unreleased", newest.group(1));
        assertEquals(version.equals(released()), newest.group(2) != null, "a version that is out has its date");
    }

    private String released() {
        return version.replace("-SNAPSHOT", "");
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow().group(1);
    }

    private static JsonObject json(Path file) {
        return JsonParser.parseString(read(file)).getAsJsonObject();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
