package dev.holdfast.journeys.drive;

import static dev.holdfast.journeys.drive.FileList.encode;
import static dev.holdfast.journeys.drive.FileList.filesOf;
import static dev.holdfast.journeys.drive.FileList.idsOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Metrics;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's files: the list, the search, and the answers to refusals by Google. */
@OnStage
class DriveIT {

    private static final int VISIBLE_FILES = 50;

    private Stage stage;
    private Control google;
    private Guest guest;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        google = stage.google().control();
        guest = Guest.arriving(stage, People.ADA);
    }

    @Test
    void filesWhenAskedThenNewestFirstInTheShapeOfTheContract() {
        JsonObject page = page("");

        List<JsonObject> files = filesOf(page);
        assertEquals(Set.of("files", "next_page_token", "incomplete", "questions"), page.keySet());
        assertFalse(page.get("incomplete").getAsBoolean());
        assertEquals(25, files.size());
        files.forEach(file -> assertEquals(Set.of("id", "name", "mime_type", "size", "modified_at", "web_view_link",
                "icon_link", "owned_by_me", "shared_drive", "answerable"), file.keySet()));
        List<Instant> times = files.stream().map(file -> Instant.parse(file.get("modified_at").getAsString())).toList();
        assertEquals(times.stream().sorted(Comparator.reverseOrder()).toList(), times);
        assertTrue(files.get(0).get("size").isJsonNull(), "a document of Google's own has none");
    }

    @Test
    void filesWhenPagedToTheEndThenEachFileOnceAndNoneFromTheTrash() {
        google.set(Switch.DRIVE_SHORT_PAGES, "true");
        List<String> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        JsonObject page = page("?pageSize=10");
        while (true) {
            filesOf(page).forEach(file -> {
                ids.add(file.get("id").getAsString());
                names.add(file.get("name").getAsString());
            });
            if (page.get("next_page_token").isJsonNull()) {
                break;
            }
            page = page("?pageSize=10&pageToken=" + encode(page.get("next_page_token").getAsString()));
        }

        assertEquals(VISIBLE_FILES, ids.size());
        assertEquals(VISIBLE_FILES, ids.stream().distinct().count());
        assertFalse(names.contains("Old shopping list"));
    }

    @Test
    void filesWhenDriveIsEmptyThenAnEmptyLastPage() {
        JsonObject page = Browser.json(Guest.arriving(stage, People.EMI).files());

        assertEquals(0, page.getAsJsonArray("files").size());
        assertTrue(page.get("next_page_token").isJsonNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "1000", "abc", "", "1.5", "9999999999999999999", "%2B5", "0x10"})
    void filesWhenPageSizeIsOutOfBoundsThenInvalidRequest(String pageSize) {
        Answers.problem(guest.browser().get("/api/drive/files?pageSize=" + pageSize), 400, "invalid_request");

        assertEquals(0, stage.google().counts().of(StandInArea.DRIVE));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 50"})
    void filesWhenPageSizeIsWithinBoundsThenSoMany(int pageSize, int files) {
        assertEquals(files, filesOf(page("?pageSize=" + pageSize)).size());
    }

    @Test
    void filesWhenPageTokenIsMadeUpThenInvalidRequest() {
        JsonObject problem =
                Answers.problem(guest.browser().get("/api/drive/files?pageToken=made-up"), 400, "invalid_request");
        assertEquals("page_token", problem.get("reason").getAsString());
    }

    @Test
    void filesWhenPagesAreEmptyThenTheServerGoesOnByItself() {
        google.set(Switch.DRIVE_EMPTY_PAGES, "3");
        google.set(Switch.DRIVE_INCOMPLETE_SEARCH, "true");

        JsonObject page = page("?q=budget");

        assertFalse(filesOf(page).isEmpty());
        assertTrue(page.get("incomplete").getAsBoolean());
        assertEquals(4, stage.google().counts().of(StandInArea.DRIVE));
    }

    @Test
    void filesWhenPagesAreEmptyForLongThenTheTokenLeadsOn() {
        google.set(Switch.DRIVE_EMPTY_PAGES, "12");

        JsonObject page = page("");

        assertTrue(filesOf(page).isEmpty());
        assertFalse(filesOf(page("?pageToken=" + encode(page.get("next_page_token").getAsString()))).isEmpty());
    }

    @Test
    void filesWhenAnEntryCannotBeReadThenTheOthersAreThereAndItIsCounted() {
        google.fault(StandInArea.DRIVE, Fault.answer(200, Map.of("Content-Type", "application/json"),
                "{\"files\":[{\"name\":\"no id\"},{\"id\":\"a\",\"name\":\"fine\"}]}"), People.ADA, 1);
        Metrics before = Metrics.of(stage.holdfast());

        assertEquals(List.of("a"), idsOf(page("")));
        assertEquals(1, Metrics.of(stage.holdfast()).since(before, "holdfast_drive_entries_unreadable_total"));
    }

    @Test
    void filesWhenSomeAreInASharedDriveThenTheyAreListedFoundAndDownloaded() {
        Guest bruno = Guest.arriving(stage, People.BRUNO);

        List<JsonObject> all = filesOf(Browser.json(bruno.browser().get("/api/drive/files?pageSize=100")));
        List<JsonObject> found = filesOf(Browser.json(bruno.browser().get("/api/drive/files?q=handbo")));

        JsonObject handbook = found.stream().filter(file -> file.get("shared_drive").getAsBoolean()).findFirst().orElseThrow();
        assertTrue(all.contains(handbook), all::toString);
        assertTrue(handbook.get("owned_by_me").isJsonNull(), "it belongs to no person");
        Answers.fine(bruno.browser().get("/api/drive/files/" + handbook.get("id").getAsString() + "/content"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "It's Anna's | It's Anna's \"final\" draft (really)",
        "\"final\" draft | It's Anna's \"final\" draft (really)",
        "C:\\temp\\backslash | C:\\temp\\backslash.txt",
        "履歴書 | résumé – übersicht – 履歴書.txt",
        "<img src=x | <img src=x onerror=alert(1)>.txt",
        "Meyer & Sons | Offer Meyer & Sons.docx"})
    void filesWhenSearchedForOddTextThenExactlyThatIsFound(String text, String name) {
        List<JsonObject> found = filesOf(page("?q=" + encode(text)));

        assertEquals(List.of(name), found.stream().map(file -> file.get("name").getAsString()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or trashed = true or name contains '", "nothing' and trashed = true and name contains 'Old",
        "\\' or 'me' in owners or fullText contains \\'", "shopping milk", "\\", "'"})
    void filesWhenSearchTextLooksLikeAQueryThenItIsText(String text) {
        List<JsonObject> found = filesOf(page("?q=" + encode(text)));

        assertTrue(found.size() < 3, found::toString);
        assertTrue(found.stream().noneMatch(file -> file.get("name").getAsString().equals("Old shopping list")));
    }

    @Test
    void filesWhenLinksAreNoneABrowserShouldFollowThenThereAreNone() {
        google.set(Switch.DRIVE_LINKS, "javascript");

        assertTrue(filesOf(page("")).stream().allMatch(file -> file.get("web_view_link").isJsonNull()));
    }

    @Test
    void filesWhenTwoPeopleAskAtOnceThenEachSeesTheirOwn() {
        Guest bruno = Guest.arriving(stage, People.BRUNO);
        List<String> hers = idsOf(page(""));
        List<String> his = idsOf(Browser.json(bruno.files()));

        for (int time = 0; time < 5; time++) {
            var mine = guest.filesMeanwhile();
            var theirs = bruno.filesMeanwhile();
            assertEquals(hers, idsOf(Browser.json(mine.join())));
            assertEquals(his, idsOf(Browser.json(theirs.join())));
        }
        assertTrue(hers.stream().noneMatch(his::contains));
        Answers.problem(bruno.browser().get("/api/drive/files/" + hers.get(2) + "/content"), 404, "not_found");
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMIT_EXCEEDED, 429, google_rate_limited",
        "USER_RATE_LIMIT_EXCEEDED, 429, google_rate_limited",
        "STATUS_429, 429, google_rate_limited",
        "BACKEND_500, 503, google_unavailable",
        "JSON_503, 503, google_unavailable",
        "EMPTY_503, 503, google_unavailable",
        "HTML_502, 503, google_unavailable",
        "DROP, 503, google_unavailable",
        "HANG, 503, google_unavailable"})
    void filesWhenGoogleIsInTroubleThenTheClientIsToldWhenToComeBack(FaultKind trouble, int status, String code) {
        google.fault(StandInArea.DRIVE, trouble, People.ADA, 1);

        Answers.later(guest.files(), status, code);

        Answers.fine(guest.files());
    }

    /** Later than {@code holdfast.google.timeout}, as a search or an export may be. */
    @Test
    void filesWhenGoogleTakesItsTimeThenItIsWaitedFor() {
        google.fault(StandInArea.DRIVE, Fault.slow(Duration.ofSeconds(6)), People.ADA, 1);

        Answers.fine(guest.files());
    }

    @Test
    void filesWhenGoogleSaysWhenToComeBackThenThatIsHandedOn() {
        google.fault(StandInArea.DRIVE, FaultKind.STATUS_429, People.ADA, 1);

        assertEquals("3", guest.files().headers().firstValue("Retry-After").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "INSUFFICIENT_FILE_PERMISSIONS, 403, google_forbidden",
        "ACCESS_NOT_CONFIGURED, 502, google_not_enabled",
        "HTML_403, 403, google_forbidden",
        "INSUFFICIENT_PERMISSIONS, 403, google_scope_missing",
        "HTML_200, 502, google_error",
        "EMPTY_200, 502, google_error",
        "REDIRECT_302, 502, google_error",
        "REDIRECT_307, 502, google_error"})
    void filesWhenGoogleRefusesThenTheCodeOfTheContract(FaultKind refusal, int status, String code) {
        google.fault(StandInArea.DRIVE, refusal, People.ADA, 1);

        Answers.problem(guest.files(), status, code);

        assertEquals(0, stage.google().counts().of(StandInArea.ELSEWHERE), "no redirect is followed with a token");
        Answers.fine(guest.files());
    }

    @Test
    void filesWhenGoogleSaysBadRequestThenItIsOurs() {
        google.fault(StandInArea.DRIVE,
                Fault.answer(400, Map.of("Content-Type", "application/json"), "{\"error\":{\"code\":400}}"), People.ADA, 1);

        Answers.problem(guest.files(), 400, "invalid_request");
    }

    @EnumSource(value = FaultKind.class, names = {"INSUFFICIENT_FILE_PERMISSIONS", "ACCESS_NOT_CONFIGURED", "HTML_502"})
    @ParameterizedTest
    void filesWhenGoogleRefusesThenNothingOfItsTextIsEchoed(FaultKind refusal) {
        google.fault(StandInArea.DRIVE, refusal, People.ADA, 1);

        String body = guest.files().body();

        assertFalse(body.matches("(?s).*(sufficient permissions|123456789012|Server Error).*"), body);
    }

    private JsonObject page(String query) {
        return FileList.page(guest, query);
    }
}
