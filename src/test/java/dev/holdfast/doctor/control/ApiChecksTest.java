package dev.holdfast.doctor.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.doctor.entity.Finding;
import dev.holdfast.doctor.entity.Verdict;
import dev.holdfast.google.api.ApiName;
import dev.holdfast.google.api.DisabledApis.Disabled;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApiChecksTest {

    private static final String CLIENT = "123456789012-abc.apps.googleusercontent.com";

    @Test
    void findingsWhenNoCallWasRefusedThenBothAreFine() {
        ApiChecks.findings(List.of(), CLIENT).forEach(finding -> assertEquals(Verdict.FINE, finding.verdict()));
    }

    @Test
    void findingsWhenDriveIsNotEnabledThenThatCheckNamesItsPageInTheProject() {
        List<Finding> found = ApiChecks.findings(List.of(refused("https://www.googleapis.com/drive/v3")), CLIENT);

        assertEquals(List.of(Verdict.TROUBLE, Verdict.FINE), found.stream().map(Finding::verdict).toList());
        assertTrue(found.get(0).cure().contains(
                "https://console.cloud.google.com/apis/library/drive.googleapis.com?project=123456789012;"));
    }

    @Test
    void findingsWhenAnotherApiIsNotEnabledThenItIsNamed() {
        List<Finding> found = ApiChecks.findings(List.of(refused("https://people.googleapis.com/v1")), "client");

        assertEquals(List.of(Verdict.FINE, Verdict.TROUBLE), found.stream().map(Finding::verdict).toList());
        assertEquals("people.googleapis.com", found.get(1).values().get("names"));
        assertTrue(found.get(1).detail().endsWith(": people.googleapis.com"));
        assertEquals("https://console.cloud.google.com/apis/library/people.googleapis.com", found.get(1).values().get("console"));
    }

    @Test
    void findingsWhenManyAreNotEnabledThenTheFirstEightAreNamed() {
        List<Disabled> many = IntStream.range(0, 30).mapToObj(each -> refused("https://a" + each + ".googleapis.com/")).toList();

        Finding found = ApiChecks.findings(many, CLIENT).get(1);

        assertEquals(8, found.detail().split("googleapis.com", -1).length - 1);
        assertTrue(found.detail().endsWith(", …"));
    }

    private static Disabled refused(String url) {
        return new Disabled(ApiName.of(URI.create(url)), Duration.ofMinutes(4));
    }
}
