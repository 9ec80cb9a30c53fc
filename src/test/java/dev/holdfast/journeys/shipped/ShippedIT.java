package dev.holdfast.journeys.shipped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Everything shipped is listed with its version and its licence, and is made of the sources alone. */
class ShippedIT {

    /** The licences that may go into the pages; for Java the build itself has such a list. */
    private static final Set<String> LICENCES = Set.of("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT");

    private static final Pattern PACKAGE = Pattern.compile("(?m)^Package: (.+)$");
    private static final Path SBOM = Path.of("target/holdfast-sbom.json");
    private static final Path FRONTEND_SBOM = Path.of("target/holdfast-frontend-sbom.json");

    private final Archive war = Archive.of(Path.of("target/holdfast.war"));
    private final Archive jar = Archive.of(Path.of("target/holdfast.jar"));

    @Test
    void sbomWhenBuiltThenItListsTheLibrariesTheDriversAndLibertyAndNothingElse() throws IOException {
        assumeFalse("offline=true".equals(System.getProperty("holdfast.test.maven")), "the list is made online only");
        Set<String> shipped = new TreeSet<>(war.namesBelow("WEB-INF/lib/"));
        jar.namesBelow("wlp/usr/servers/holdfast/lib/jdbc/").forEach(driver -> shipped.add("driver " + driver));
        shipped.add("liberty " + jar.property("wlp/lib/versions/openliberty.properties",
                "com.ibm.websphere.productVersion"));

        Set<String> listed = Sbom.of(SBOM).components().stream().map(ShippedIT::asShipped)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(shipped, listed);
    }

    @Test
    void thirdPartyWhenBuiltThenEachLibraryHasItsLicence() throws IOException {
        String licences = war.text("META-INF/THIRD-PARTY.txt");

        assertEquals(List.of(), war.namesBelow("WEB-INF/lib/").stream().filter(library -> licences.lines()
                .noneMatch(line -> line.replaceFirst(":([^:]+) - ", "-$1.jar ").contains(":" + library))).toList());
    }

    @Test
    void frontendSbomWhenBuiltThenItListsAllOfThePagesUnderLicencesThatWeMayShip() throws IOException {
        List<Sbom.Component> listed = Sbom.of(FRONTEND_SBOM).components();
        Set<String> inThePages = PACKAGE.matcher(war.text("3rdpartylicenses.txt")).results()
                .map(found -> found.group(1)).collect(Collectors.toSet());

        assertTrue(inThePages.contains("@angular/core"));
        assertEquals(inThePages, listed.stream().filter(Sbom.Component::isRequired).map(Sbom.Component::name)
                .collect(Collectors.toSet()));
        assertEquals(List.of(), listed.stream().filter(part -> !LICENCES.containsAll(part.licences())
                || part.licences().isEmpty()).toList());
    }

    /** Reproducible: the same sources make the same bytes, at any time and place. */
    @Test
    void warWhenBuiltThenItsTimesAndItsOrderAreNoAccident() {
        LocalDateTime built = LocalDateTime.ofInstant(Instant.parse(System.getProperty("holdfast.test.timestamp")),
                ZoneOffset.UTC);
        List<String> files = war.names().stream()
                .filter(name -> !name.endsWith("/") && !name.matches("META-INF/(MANIFEST.MF|maven/.*)")).toList();

        assertEquals(Set.of(built), war.times());
        assertFalse(files.isEmpty());
        assertEquals(files.stream().sorted().toList(), files);
    }

    private static String asShipped(Sbom.Component part) {
        return switch (part.group()) {
            case "org.apache.derby", "org.postgresql" -> "driver " + part.name() + ".jar";
            case "io.openliberty" -> "liberty " + part.version();
            default -> part.name() + "-" + part.version() + ".jar";
        };
    }
}
