package dev.holdfast.journeys.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.ServerPair;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The handbook's point-in-time recovery: a base backup, the write-ahead log since, and a time to go back to. */
@Order(2)
@Timeout(600)
class RestoredBackupIT {

    private static final String HOUR = "interval '1 hour'";

    private static StandInGoogle google;
    private static ArchivedDatabase database;
    private static ServerPair servers;
    private static HoldfastServer one;
    private static HoldfastServer other;
    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        google = StandInGoogle.start();
        database = ArchivedDatabase.start();
        Map<String, String> settings = Stage.settingsFor(google);
        settings.putAll(database.settings());
        settings.put("HOLDFAST_SESSION_IDLE_TIMEOUT", "PT45M");
        servers = ServerPair.start(settings, HoldfastServer::unpacked);
        one = servers.one();
        other = servers.other();
        stage = servers.stage(google);
    }

    @AfterAll
    static void stop() throws IOException {
        servers.close();
        database.close();
        google.close();
    }

    @Test
    void backupWhenItIsAnHourOldThenPeopleGoOnAndWhatCameAfterItIsUnknown() throws Exception {
        Guest ada = Guest.arriving(stage, People.ADA);
        Guest bruno = Guest.arriving(stage, People.BRUNO);
        database.backUp();
        Answers.fine(ada.browser().refresh());
        String time = database.text("select clock_timestamp()");
        long then = generation(ada.browser());

        for (int i = 0; i < 3; i++) {
            Answers.fine(ada.browser().refresh());
        }
        Browser left = bruno.browser().copy();
        assertEquals(204, bruno.browser().logout().statusCode());
        Guest carmen = Guest.arriving(stage, People.CARMEN);

        assertTrue(one.stop());
        assertTrue(other.stop());
        database.restoreTo(time);
        String row = " where id = '" + session(ada.browser()) + "'";
        assertEquals(Long.toString(then), database.text("select generation from user_session" + row));
        // Ada has worked for an hour since, so that by the row alone her session is over.
        database.run("update user_session set rotated_at = rotated_at - " + HOUR + ", refreshed_at = refreshed_at - " + HOUR
                + ", idle_ends_at = idle_ends_at - " + HOUR + ", sweep_from = sweep_from - " + HOUR + row);
        one.launch();
        other.start();
        one.awaitReady();

        Answers.fine(ada.browser().refresh());
        assertEquals(then + 4, generation(ada.browser()));
        Answers.fine(ada.browser().through(other).refresh());
        Answers.fine(ada.browser().get("/api/drive/files?pageSize=1"));
        assertTrue(one.log().contains("HF0721 The database went back: session " + session(ada.browser())));

        Answers.fine(left.through(other).refresh());
        HttpResponse<String> unknown = carmen.browser().refresh();
        Answers.problem(unknown, 401, "session_ended");
        assertFalse(Browser.json(unknown).has("reason"), "no reason for a session that is not there");
    }

    private static String session(Browser browser) {
        return Jws.claims(browser.cookies().get("holdfast")).get("sid").getAsString();
    }

    private static long generation(Browser browser) {
        return Jws.claims(browser.cookies().get("holdfast")).get("gen").getAsLong();
    }
}
