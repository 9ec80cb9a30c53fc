package dev.holdfast.journeys.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.rig.Metrics;
import dev.holdfast.journeys.stage.AtTheEnd;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.ServerPair;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two servers on two PostgreSQL servers, of which one follows the other and takes over. */
@AtTheEnd
@Timeout(300)
class FailoverIT {

    private static final int PEOPLE = 100;
    private static final Duration WORKS_AGAIN = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(10);

    private static StandInGoogle google;
    private static ReplicatedDatabase database;
    private static ServerPair servers;
    private static HoldfastServer one;
    private static HoldfastServer other;
    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        google = StandInGoogle.start();
        database = ReplicatedDatabase.start();
        database.follow();
        Map<String, String> settings = Stage.settingsFor(google);
        settings.putAll(database.settings());
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

    @AfterEach
    void acceptWritesAgain() {
        setReadOnly("off");
    }

    /** The database that lost nothing: what was answered is in both servers, so no token lies ahead of its row. */
    @Test
    void failoverWhenReplicationIsSynchronousThenNothingAnsweredIsLostAndNoPersonIsSignedOut() throws Exception {
        database.follow();
        database.makeSynchronous();
        double wentBack = wentBack(one) + wentBack(other);

        List<Worker> people = peopleAtWorkDuringAFailover();

        for (Worker person : people) {
            assertTrue(generationStored(person.browser()) >= generation(person.browser()), "an answered refresh was lost");
        }
        assertEquals(wentBack, wentBack(one) + wentBack(other));
    }

    /** The last commits may be lost with the killed server. */
    @Test
    void failoverWhenReplicationIsNotSynchronousThenNoPersonIsSignedOutEither() throws Exception {
        database.follow();

        List<Worker> people = peopleAtWorkDuringAFailover();

        people.forEach(person -> Answers.fine(person.browser().refresh()));
    }

    private static List<Worker> peopleAtWorkDuringAFailover() throws Exception {
        List<Worker> people = Stream.generate(() -> Guest.arriving(stage, People.ADA)).limit(PEOPLE)
                .map(Guest::browser).map(Worker::new).toList();
        for (int i = 0; i < PEOPLE; i += 2) {
            people.get(i).browser().through(other);
        }
        database.catchUp();
        try (Workers work = Workers.start(people)) {
            Eventually.holds(SOON.multipliedBy(3), "all are at work", () -> people.stream().allMatch(Worker::hasWorked));

            database.failOver();
            people.forEach(Worker::lookAgain);

            Eventually.holds(WORKS_AGAIN, "everything works again", () -> one.isReady() && other.isReady()
                    && people.stream().allMatch(Worker::hasWorked));
        }
        assertEquals(List.of(), people.stream().flatMap(person -> person.surprises().stream()).distinct().toList());
        people.forEach(person -> Answers.fine(person.browser().get("/api/account")));
        return people;
    }

    /** The standby had received nothing for a while, as a restored backup has not. */
    @Test
    void failoverWhenCommitsAreLostThenPeopleGoOnAndWhatHadEndedEndsAgain() throws Exception {
        database.follow();
        Guest ada = Guest.arriving(stage, People.ADA);
        Guest bruno = Guest.arriving(stage, People.BRUNO);
        database.catchUp();
        database.cutOff();
        for (int i = 0; i < 3; i++) {
            Answers.fine(ada.browser().refresh());
        }
        Guest carmen = Guest.arriving(stage, People.CARMEN);
        Browser left = bruno.browser().copy();
        Browser leftElsewhere = bruno.browser().copy().through(other);
        assertEquals(204, bruno.browser().logout().statusCode());
        Eventually.holds(SOON, "the other server knows", () -> leftElsewhere.get("/api/account").statusCode() == 401);
        long generation = generation(ada.browser());
        long lost = generation - 1;
        double wentBack = wentBack(one);

        database.failOver();

        // Readiness may still be that of the killed server. A node that answers a read has found the promoted one.
        Browser elsewhere = ada.browser().copy().through(other);
        Eventually.holds(WORKS_AGAIN, "both work again", () -> ada.browser().get("/api/sessions").statusCode() == 200
                && elsewhere.get("/api/sessions").statusCode() == 200 && one.isReady() && other.isReady());
        assertTrue(generationStored(ada.browser()) < lost, "commits were lost");
        Answers.fine(ada.browser().refresh());
        assertEquals(generation + 1, generation(ada.browser()));
        Answers.fine(ada.browser().refresh());
        Answers.fine(ada.browser().get("/api/account"));
        // Told once a minute: another test may have taken the turn of this session.
        assertTrue(one.log().contains("HF0721 The database went back: session "));
        assertEquals(wentBack + 1, wentBack(one));

        Eventually.holds(SOON, "the end is written again", () -> database.number("select count(*) from user_session"
                + " where end_reason = 'SIGNED_OUT' and id = '" + session(left) + "'") == 1);
        assertTrue((one.log() + other.log()).contains("HF0722"));
        Answers.over(left.copy().refresh(), "session_ended", "signed_out");
        Answers.over(left.get("/api/account"), "session_ended", "signed_out");
        Answers.over(leftElsewhere.get("/api/account"), "session_ended", "signed_out");

        HttpResponse<String> unknown = carmen.browser().refresh();
        Answers.problem(unknown, 401, "session_ended");
        assertFalse(Browser.json(unknown).has("reason"), "no reason for a session that is not there");
    }

    /** Such a server answers every read, and its connections are as they were. */
    @Test
    void databaseWhenItAcceptsNoWritesThenItCountsAsAwayUntilItDoes() {
        Guest ada = Guest.arriving(stage, People.ADA);
        Answers.fine(ada.browser().get("/api/drive/files?pageSize=1"));
        setReadOnly("on");
        Eventually.holds(Duration.ofSeconds(15), "readiness is DOWN", () -> !one.isReady() && !other.isReady());
        Answers.later(ada.browser().refresh(), 503, "storage_unavailable");
        Answers.fine(ada.browser().get("/api/drive/files?pageSize=1"));

        setReadOnly("off");
        Eventually.holds(WORKS_AGAIN, "everything works again", () -> one.isReady() && other.isReady()
                && ada.browser().copy().refresh().statusCode() == 200);
    }

    private static void setReadOnly(String value) {
        database.run("alter system set default_transaction_read_only = " + value);
        database.run("select pg_reload_conf()");
    }

    private static double wentBack(HoldfastServer node) {
        return Metrics.of(node).value("holdfast_session_refreshes_total", "reason=\"database_went_back\"");
    }

    private static String session(Browser browser) {
        return Jws.claims(browser.cookies().get("holdfast")).get("sid").getAsString();
    }

    private static long generation(Browser browser) {
        return Jws.claims(browser.cookies().get("holdfast")).get("gen").getAsLong();
    }

    private static long generationStored(Browser browser) {
        return database.number("select generation from user_session where id = '" + session(browser) + "'");
    }
}
