package dev.holdfast.drive.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.drive.DriveFileId;
import dev.holdfast.google.drive.DriveKind;
import dev.holdfast.google.drive.DriveQuery;
import dev.holdfast.google.drive.DriveSort;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListRequestTest {

    private ListRequest request;

    @BeforeEach
    void ask() {
        request = new ListRequest();
    }

    @Test
    void parseWhenNothingIsSaidThenTwentyFiveOfAllNewestFirst() {
        DriveQuery all = new DriveQuery(Optional.empty(), Optional.empty(), Optional.empty(), DriveSort.NEWEST, 25,
                Optional.empty());

        assertEquals(Optional.of(all), request.parse());
        request.text = " ";
        request.pageToken = "";
        assertEquals(Optional.of(all), request.parse());
    }

    @Test
    void parseWhenAllIsSaidThenThat() {
        request.text = " plan ";
        request.folder = "1aB-c";
        request.kind = "pdf";
        request.pageSize = "100";
        request.pageToken = "t";

        assertEquals(Optional.of(new DriveQuery(Optional.of("plan"), Optional.of(new DriveFileId("1aB-c")),
                Optional.of(DriveKind.PDF), DriveSort.NEWEST, 100, Optional.of("t"))), request.parse());
    }

    @ParameterizedTest
    @CsvSource({"newest, NEWEST", "oldest, OLDEST", "name, NAME", "largest, LARGEST"})
    void parseWhenAnOrderIsSaidThenThat(String sort, DriveSort order) {
        request.sort = sort;

        assertEquals(order, request.parse().orElseThrow().sort());
    }

    /** Drive refuses an order there (403), so the client learns at once that it cannot have one. */
    @Test
    void parseWhenAnOrderIsSaidWithTextThenNothing() {
        request.text = "plan";
        request.sort = "newest";

        assertTrue(request.parse().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NAME", "name desc", "name,folder", "colour", " name"})
    void parseWhenTheOrderIsUnknownThenNothing(String sort) {
        request.sort = sort;

        assertTrue(request.parse().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FOLDER", "folder ", "application/pdf", "' or trashed = true"})
    void parseWhenTheKindIsUnknownThenNothing(String kind) {
        request.kind = kind;

        assertTrue(request.parse().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "../x", "a' in parents or 'b", "a b"})
    void parseWhenTheFolderIsNoIdThenNothing(String folder) {
        request.folder = folder;

        assertTrue(request.parse().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", "", "1.5", "025", "99999999999", "+5", "٢"})
    void parseWhenThePageSizeIsOutOfBoundsThenNothing(String pageSize) {
        request.pageSize = pageSize;

        assertTrue(request.parse().isEmpty());
    }

    @Test
    void parseWhenTooLongThenNothing() {
        request.text = "x".repeat(1_001);
        assertTrue(request.parse().isEmpty());
        request.text = null;
        request.pageToken = "x".repeat(4_001);
        assertTrue(request.parse().isEmpty());
    }

    @Test
    void descriptionWhenKindsAndOrdersAreNamedThenAllThatThereAre() throws Exception {
        assertEquals(names(DriveKind.values()), described("kind"));
        assertEquals(names(DriveSort.values()), described("sort"));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
    }

    private static List<String> described(String parameter) throws Exception {
        return Arrays.asList(ListRequest.class.getDeclaredField(parameter).getAnnotation(Parameter.class).schema().enumeration());
    }
}
