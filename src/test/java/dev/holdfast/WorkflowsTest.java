package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The workflows of GitHub: few rights, pinned actions, a time limit. Only GitHub shows what else they do. */
class WorkflowsTest {

    private static final Path GITHUB = Path.of(".github");

    static Stream<Path> workflows() throws IOException {
        return filesIn("workflows");
    }

    static Stream<Path> forms() throws IOException {
        return filesIn("ISSUE_TEMPLATE").filter(file -> !file.endsWith("config.yml"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void workflowWhenItRunsThenItMayOnlyReadUnlessAJobSaysMore(Path file) {
        YamlFile workflow = YamlFile.of(file);

        assertEquals(Set.of("read"), workflow.under("permissions").values().stream().map(YamlFile::text)
                .collect(Collectors.toSet()));
    }

    /** These events run with the rights of this repository on content that a stranger has sent. */
    @ParameterizedTest
    @MethodSource("workflows")
    void workflowWhenStartedThenNotByWhatStrangersCanSteer(Path file) {
        Set<String> events = YamlFile.of(file).under().entrySet().stream().filter(each -> each.getKey().equals("on"))
                .flatMap(each -> each.getValue().under().keySet().stream()).collect(Collectors.toSet());

        assertFalse(events.isEmpty());
        assertTrue(Stream.of("pull_request_target", "workflow_run", "issue_comment").noneMatch(events::contains),
                events::toString);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void jobWhenItRunsThenItEndsInTimeAndOnACertainSystem(Path file) {
        assertFalse(jobs(file).isEmpty());
        for (YamlFile job : jobs(file)) {
            assertTrue(job.has("timeout-minutes"), job::text);
            assertTrue(job.text("runs-on").matches("ubuntu-\\d+\\.\\d+"), job::text);
        }
    }

    /** A tag can be moved to other code; a commit cannot. */
    @ParameterizedTest
    @MethodSource("workflows")
    void actionWhenUsedThenItIsPinnedToACommitAndItsTagIsBesideIt(Path file) throws IOException {
        List<String> used = Files.readAllLines(file).stream().filter(line -> line.matches(".*\\buses: .*")).toList();

        assertEquals(steps(file).filter(step -> step.has("uses")).count(), used.size());
        assertEquals(List.of(), used.stream()
                .filter(line -> !line.matches(" +(- )?uses: [\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+")).toList());
    }

    /**
     * The token would lie in .git, readable for every command of the build; and text from outside would run as a command.
     */
    @ParameterizedTest
    @MethodSource("workflows")
    void stepWhenItRunsThenItLeavesNoTokenAndPutsNoTextOfOthersIntoACommand(Path file) {
        assertEquals(List.of(), steps(file).filter(step -> step.text("uses").startsWith("actions/checkout@"))
                .filter(step -> !step.text("with", "persist-credentials").equals("false")).map(YamlFile::text).toList());
        assertEquals(List.of(), steps(file).map(step -> step.text("run")).filter(run -> run.contains("${{")).toList());
    }

    @Test
    void buildWhenPushedThenItRunsTheTestCommandOfTheReadmeOnEachJava() throws IOException {
        Path file = GITHUB.resolve("workflows/build.yml");
        YamlFile verify = YamlFile.of(file).under("jobs").get("verify");

        assertTrue(Files.readString(Path.of("README.md")).contains("```sh\nmvn verify\n```"));
        assertTrue(verify.all("steps").anyMatch(step -> step.text("run").matches("mvn( --[a-z-]+)* verify")));
        assertEquals(List.of("17", "21", "25"), verify.texts("strategy", "matrix", "java").toList());
    }

    @Test
    void releaseWhenPublishedThenOnlyWhatRunsNoBuildMayWrite() {
        List<YamlFile> writing = jobs(GITHUB.resolve("workflows/release.yml")).stream()
                .filter(job -> job.has("permissions")).toList();

        assertEquals(1, writing.size());
        assertEquals(List.of(), writing.get(0).all("steps").filter(step -> step.text("uses").contains("checkout")
                || step.text("run").contains("mvn")).map(YamlFile::text).toList());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formWhenOpenedThenItHasANameAndAsksSomething(Path file) {
        YamlFile form = YamlFile.of(file);

        assertTrue(form.has("name") && form.has("description") && form.has("body"));
        assertTrue(form.all("body").anyMatch(field -> field.text("validations", "required").equals("true")));
    }

    @Test
    void issuesWhenAboutSecurityThenTheyAreLedElsewhere() throws IOException {
        String contacts = Files.readString(GITHUB.resolve("ISSUE_TEMPLATE/config.yml"));

        assertTrue(contacts.contains("/security/advisories/new"));
        assertTrue(Files.readString(GITHUB.resolve("SECURITY.md")).contains("/security/advisories/new"));
    }

    private static List<YamlFile> jobs(Path file) {
        return List.copyOf(YamlFile.of(file).under("jobs").values());
    }

    private static Stream<YamlFile> steps(Path file) {
        return jobs(file).stream().flatMap(job -> job.all("steps"));
    }

    private static Stream<Path> filesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.list(GITHUB.resolve(folder))) {
            return files.sorted().toList().stream();
        }
    }
}
