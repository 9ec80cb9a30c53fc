package dev.holdfast.journeys.drive;

import static dev.holdfast.journeys.drive.FileList.encode;
import static dev.holdfast.journeys.drive.FileList.filesOf;
import static dev.holdfast.journeys.drive.FileList.idsOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's files by folder, by kind, and in another order. */
@OnStage
class FoldersIT {

    private Stage stage;
    private Guest guest;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        guest = Guest.arriving(stage, People.ADA);
    }

    @Test
    void filesWhenAFolderIsNamedThenTheFilesInItPageByPage() {
        String archive = idsOf(page("?kind=folder&q=Archive")).get(0);

        JsonObject first = page("?sort=name&pageSize=2&folder=" + archive);
        JsonObject second = page("?sort=name&pageSize=2&folder=" + archive + "&pageToken="
                + encode(first.get("next_page_token").getAsString()));

        assertEquals(List.of("Photos", "Photos 2019.zip"), namesOf(first), "folders first");
        assertEquals(List.of("Tax return 2024.pdf"), namesOf(second));
        assertEquals(List.of("Tax return 2024.pdf"), namesOf(page("?q=tax&kind=pdf&folder=" + archive)));
    }

    @Test
    void filesWhenTheFolderIsNotTheirsOrNotThereThenNotFound() {
        String hers = idsOf(page("?kind=folder&q=Archive")).get(0);
        Guest bruno = Guest.arriving(stage, People.BRUNO);

        Answers.problem(bruno.browser().get("/api/drive/files?folder=" + hers), 404, "not_found");
        Answers.problem(bruno.browser().get("/api/drive/files?folder=made-up"), 404, "not_found");
    }

    @ParameterizedTest
    @CsvSource({"folder, 3", "document, 19", "spreadsheet, 8", "presentation, 3", "pdf, 5", "image, 5", "video, 1", "audio, 0"})
    void filesWhenAKindIsNamedThenTheFilesOfThatKindAlone(String kind, int files) {
        assertEquals(files, filesOf(page("?pageSize=100&kind=" + kind)).size(), kind);
    }

    @Test
    void filesWhenAnOrderIsNamedThenInThatOrder() {
        List<String> newest = idsOf(page("?pageSize=100&sort=newest"));
        List<String> oldest = idsOf(page("?pageSize=100&sort=oldest"));
        List<Long> sizes = filesOf(page("?pageSize=10&sort=largest")).stream()
                .map(file -> file.get("size").getAsLong()).toList();

        assertEquals(newest, reversed(oldest));
        assertEquals(idsOf(page("?pageSize=100")), newest);
        assertEquals(sizes.stream().sorted(Comparator.reverseOrder()).toList(), sizes);
    }

    private static List<String> reversed(List<String> ids) {
        List<String> reversed = new ArrayList<>(ids);
        Collections.reverse(reversed);
        return reversed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=colour", "sort=", "sort=newest&q=budget", "sort=name,folder", "kind=", "kind=application/pdf",
        "kind=%27%20or%20trashed=true", "folder=", "folder=a%27%20in%20parents", "folder=..%2F", "pageToken=x&folder=.."})
    void filesWhenAParameterIsNoneThereIsThenInvalidRequest(String query) {
        Answers.problem(guest.browser().get("/api/drive/files?" + query), 400, "invalid_request");

        assertEquals(0, stage.google().counts().of(StandInArea.DRIVE));
    }

    private static List<String> namesOf(JsonObject page) {
        return filesOf(page).stream().map(file -> file.get("name").getAsString()).toList();
    }

    private JsonObject page(String query) {
        return FileList.page(guest, query);
    }
}
