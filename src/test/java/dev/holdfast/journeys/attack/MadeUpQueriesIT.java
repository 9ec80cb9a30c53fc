package dev.holdfast.journeys.attack;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.people.People;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up parameters of lists are refused before they reach the database. */
@OnStage
class MadeUpQueriesIT {

    private static final String ID = "9021f8d5-a8e0-41a6-8216-03f01bb25112";

    /** Cursors in plain text; the first one has an ordinary time. */
    private static final List<String> CURSORS = List.of("x", "2026-11-23T12:00:00Z", "2026-11-23T12:00:00Z/x",
            "2026-11-23T12:00:00Z/1-1-1-1-1", "+1000000000-12-31T23:59:59Z/" + ID, "-1000000000-01-01T00:00:00Z/" + ID,
            "+10000-01-01T00:00:00Z/" + ID, "1969-12-31T23:59:59Z/" + ID, "-4713-11-24T00:00:00Z/" + ID,
            "2026-11-23T12:00:00Z/" + ID + "' or 1 = 1", "2026-11-23T12:00:00Z/" + ID + "\0");

    private static final List<String> QUERIES = List.of("limit=0", "limit=-1", "limit=101", "limit=1000000000000", "limit=1e1",
            "limit=%00", "limit=", "before=", "before=%00", "before=%F0%9F%98%80", "before=../../etc/passwd");

    private static Browser ada;
    private static Browser bruno;

    @BeforeEach
    void enter() {
        if (ada == null) {
            ada = Guest.arriving(Stage.shared(), People.ADA).browser();
            bruno = Guest.arriving(Stage.shared(), People.BRUNO).browser();
        }
    }

    static Stream<Arguments> madeUp() {
        List<String> queries = Stream.concat(QUERIES.stream(), CURSORS.stream().map(MadeUpQueriesIT::before)).toList();
        return Stream.of("/api/account/activity", "/api/sessions", "/api/admin/accounts", "/api/admin/accounts/{own}/activity")
                .flatMap(path -> queries.stream().map(query -> Arguments.of(path, query)));
    }

    @ParameterizedTest
    @MethodSource("madeUp")
    void listingWhenTheQueryIsMadeUpThenItIsRefusedAndTheDatabaseIsNotAsked(String path, String query) {
        Browser caller = path.startsWith("/api/admin") ? bruno : ada;
        String own = Jws.claims(bruno.accessToken()).get("sub").getAsString();

        Answers.problem(caller.get(path.replace("{own}", own) + "?" + query), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b"})
    void accountsWhenTheTextHasWhatNoDatabaseStoresThenItIsRefused(String text) {
        Answers.problem(bruno.get("/api/admin/accounts?q=" + text), 400, "invalid_request");
    }

    @Test
    void listingWhenTheCursorIsOfTheFirstOrTheLastTimeThenItIsAnswered() {
        for (String time : List.of("1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z")) {
            Answers.fine(ada.get("/api/account/activity?" + before(time + "/" + ID)));
        }
        assertFalse(Stage.shared().holdfast().log().contains("DateTimeException"));
    }

    private static String before(String plain) {
        return "before=" + Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
