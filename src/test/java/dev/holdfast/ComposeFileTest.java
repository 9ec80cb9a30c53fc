package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.demo.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The compose file starts what is there, keeps to this machine, and has no secret in it. See also DeploymentFilesTest. */
class ComposeFileTest {

    private static final Path FOLDER = Path.of("docs/deploy");
    private static final Pattern COPIED = Pattern.compile("(?m)^COPY (\\S+\\.jar) ");

    private final YamlFile compose = YamlFile.of(FOLDER.resolve("compose.yaml"));
    private final Map<String, YamlFile> services = compose.under("services");

    @Test
    void servicesWhenBuiltThenTheirContainerfilesAreThereAndTakeWhatTheBuildLeaves() throws IOException {
        Set<String> copied = new TreeSet<>();
        for (YamlFile service : services.values()) {
            if (service.has("build")) {
                Path context = FOLDER.resolve(service.text("build", "context")).normalize();
                assertEquals(Path.of("target"), context);
                Path file = context.resolve(service.text("build", "dockerfile")).normalize();
                COPIED.matcher(Files.readString(file)).results().forEach(jar -> copied.add(jar.group(1)));
            }
        }

        assertEquals(Set.of("holdfast.jar", "holdfast-standin.jar"), copied);
        assertTrue(Files.readString(Path.of("pom.xml")).contains("<mainClass>" + StandIn.class.getName() + "</mainClass>"));
    }

    @Test
    void portsWhenPublishedThenForThisMachineAlone() {
        List<String> ports = services.values().stream().flatMap(service -> service.texts("ports")).toList();

        assertEquals(List.of("127.0.0.1:9080:9080", "127.0.0.1:9090:9090"), ports);
        assertEquals(Set.of("service:holdfast"), Set.of(services.get("standin").text("network_mode")));
    }

    @Test
    void servicesWhenStartedThenTheirHealthIsAsked() throws IOException {
        assertTrue(services.get("holdfast").text("healthcheck", "test").contains("GET /health/ready "));
        assertTrue(services.get("postgresql").text("healthcheck", "test").contains("pg_isready"));
        assertTrue(Files.readString(FOLDER.resolve("standin.Containerfile")).contains("HEALTHCHECK "));
        assertEquals("service_healthy", services.get("holdfast").text("depends_on", "postgresql", "condition"));
    }

    /** Each secret is a file that git ignores, and no value is a secret. */
    @Test
    void secretsWhenNeededThenTheyComeFromFiles() throws IOException {
        Map<String, YamlFile> secrets = compose.under("secrets");
        Set<String> used = new TreeSet<>();
        services.values().forEach(service -> service.texts("secrets").forEach(used::add));

        assertEquals(used, secrets.keySet());
        secrets.forEach((name, secret) -> assertEquals("secrets/" + name, secret.text("file")));
        assertTrue(Files.readAllLines(Path.of(".gitignore")).contains("docs/deploy/secrets/"));
        assertEquals(List.of(), services.values().stream().flatMap(ComposeFileTest::revealing).toList());
    }

    /** Names of variables that sound like a secret and hold more than the path of a file. */
    private static Stream<String> revealing(YamlFile service) {
        return service.under("environment").entrySet().stream()
                .filter(variable -> variable.getKey().matches(".*(SECRET|PASSWORD|KEY).*"))
                .filter(variable -> !variable.getValue().text().startsWith("/run/secrets/")).map(Map.Entry::getKey);
    }
}
