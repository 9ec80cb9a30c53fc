package dev.holdfast.journeys.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person with thousands of sessions at two nodes: they end as surely as one, and other people notice nothing. */
@Order(3)
@ResourceLock(Locks.CLUSTER)
class ManySessionsIT {

    /** Many pages of those in which they end. */
    private static final int THOUSANDS = 2_500;
    private static final int MOST = 20_000;
    private static final Duration A_SECOND_AND_A_QUESTION = Duration.ofSeconds(2);
    private static final String UTC_NOW = "(clock_timestamp() at time zone 'utc')";

    /** The acts that end all sessions of an account. */
    enum Ending {
        BY_THE_OWNER(test -> test.here.browser().delete("/api/sessions?current=false"), "ended_elsewhere"),
        BY_AN_ADMINISTRATOR(test -> test.bruno.delete(test.path("/sessions")), "ended_by_administrator"),
        BY_DISABLING(test -> Browser.exchange(test.bruno.bearer(test.path("/disabled"))
                .PUT(HttpRequest.BodyPublishers.noBody()).build()), "account_disabled"),
        BY_DISCONNECTING(test -> test.here.browser().delete("/api/google/grant"), "disconnected"),
        BY_ERASING(test -> test.here.browser().delete("/api/account"), "erased");

        private final Function<ManySessionsIT, HttpResponse<String>> request;
        private final String reason;

        Ending(Function<ManySessionsIT, HttpResponse<String>> request, String reason) {
            this.request = request;
            this.reason = reason;
        }
    }

    private Cluster cluster;
    private Guest here;
    private Guest elsewhere;
    private Browser bruno;

    @BeforeEach
    void enter() throws IOException {
        cluster = Cluster.shared();
        here = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA);
        elsewhere = here.elsewhere(cluster.stageAt(cluster.other()));
        bruno = Guest.arriving(cluster.stageAt(cluster.one()), People.BRUNO).browser();
    }

    @ParameterizedTest
    @EnumSource
    void sessionsWhenThousandsEndAtOnceThenAllAreOverAtOnceAndOtherPeopleNoticeNothing(Ending ending) {
        String account = here.accountId().toString();
        int many = ending == Ending.BY_DISABLING ? MOST : THOUSANDS;
        insertSessions(account, many);
        Neighbours neighbours = new Neighbours();

        assertEquals(204, ending.request.apply(this).statusCode());

        Answers.over(elsewhere.browser().copy().refresh(), "session_ended", ending.reason);
        Browser there = elsewhere.browser().copy();
        Answers.over(there.copy().through(cluster.one()).get("/api/account"), "session_ended", ending.reason);
        Eventually.holds(A_SECOND_AND_A_QUESTION, "the other node refuses", () -> there.get("/api/account").statusCode() == 401);
        boolean ownerStays = ending == Ending.BY_THE_OWNER;
        if (ownerStays) {
            assertEquals(1, Browser.json(here.browser().get("/api/sessions")).getAsJsonArray("sessions").size());
            Answers.fine(here.browser().copy().through(cluster.other()).get("/api/account"));
            Answers.fine(here.browser().refresh());
        }
        long ended = many + (ownerStays ? 1 : 2);
        Eventually.holds(Duration.ofMinutes(4), "all rows say so", () -> cluster.number(
                "select count(*) from session_ending where account_id = '" + account + "'") == 0);
        neighbours.leave();
        assertTold(account, ended, ending);
    }

    /** The rows say so, and each session has ended with all its consequences exactly once. */
    private void assertTold(String account, long ended, Ending ending) {
        String told = "event=session_ended account=" + account + " reason=\"" + ending.reason + "\"";
        Eventually.holds(Duration.ofSeconds(30), "the audit log has a line for each", () -> sessionsTold(told) == ended);
        String rows = "select count(*) from user_session where account_id = '" + account + "'";
        if (ending == Ending.BY_ERASING) {
            assertEquals(0, cluster.number(rows));
            assertEquals(0, cluster.number("select count(*) from activity where account_id = '" + account + "'"));
            return;
        }
        assertEquals(ending == Ending.BY_THE_OWNER ? 1 : 0, cluster.number(rows + " and ended_at is null"));
        String ends = "select count(distinct session_id) from activity where account_id = '" + account
                + "' and type = 'session_ended' and reason = '" + ending.reason + "'";
        assertEquals(ended, cluster.number(ends));
        assertEquals(ended, cluster.number(ends.replace("distinct session_id", "*")), "each once");
    }

    private long sessionsTold(String told) {
        Pattern line = Pattern.compile(Pattern.quote(told) + " session=\"([0-9a-f-]{36})\"");
        return nodes().flatMap(node -> line.matcher(node.log()).results()).map(found -> found.group(1)).distinct().count();
    }

    /** More sessions than allowed: they began before the limit existed, or before it was lowered. */
    @Test
    void signInWhenThereAreFarTooManySessionsThenTheLeastRecentlyUsedEndUntilAHundredAreLeft() {
        String account = here.accountId().toString();
        insertSessions(account, 1000);
        Answers.fine(elsewhere.browser().refresh());
        Answers.fine(here.browser().refresh());

        Browser newest = here.elsewhere(cluster.stageAt(cluster.other())).browser();

        String live = "select count(*) from user_session where ended_at is null and account_id = '" + account + "'";
        Eventually.holds(Duration.ofSeconds(30), "a hundred are left", () -> cluster.number(live) == 100);
        for (Browser used : List.of(here.browser(), elsewhere.browser(), newest)) {
            Answers.fine(used.refresh());
        }
        assertEquals(100, Browser.json(newest.get("/api/sessions")).getAsJsonArray("sessions").size());
        assertEquals(0, cluster.number("select count(*) from user_session a, user_session b where a.account_id = '" + account
                + "' and b.account_id = a.account_id and a.ended_at is null and b.end_reason = 'ENDED_ELSEWHERE'"
                + " and a.refreshed_at < b.refreshed_at"), "the least recently used have ended");
    }

    @Test
    void signInWhenManyComeAtOnceBeyondTheLimitThenAHundredLive() {
        String account = here.accountId().toString();
        insertSessions(account, 96);
        List<CompletableFuture<Guest>> arriving = Stream.of(cluster.one(), cluster.other(), cluster.one(), cluster.other(),
                cluster.one(), cluster.other()).map(node -> CompletableFuture.supplyAsync(
                        () -> here.elsewhere(cluster.stageAt(node)))).toList();

        List<Guest> arrived = arriving.stream().map(CompletableFuture::join).toList();

        assertEquals(100, cluster.number("select count(*) from user_session where ended_at is null and account_id = '"
                + account + "'"));
        arrived.forEach(guest -> Answers.fine(guest.browser().refresh()));
        assertEquals(4, cluster.number("select count(*) from activity where account_id = '" + account
                + "' and type = 'session_ended' and reason = 'ended_elsewhere'"));
    }

    /** The state after the node that made the mark has died right after it. */
    @Test
    void sessionsWhenAMarkIsAbandonedThenANodeTakesItOverAndALaterSessionLives() {
        String account = here.accountId().toString();
        insertSessions(account, 250);
        cluster.run("insert into session_ending (id, account_id, marked_at, begun_until, reason) values (gen_random_uuid(), '"
                + account + "', " + UTC_NOW + ", " + UTC_NOW + ", 'GOOGLE_REVOKED')");

        Answers.over(elsewhere.browser().copy().refresh(), "session_ended", "google_revoked");
        Browser later = here.elsewhere(cluster.stageAt(cluster.other())).browser();
        Answers.fine(later.get("/api/account"));

        Eventually.holds(Duration.ofSeconds(30), "the rows say so", () -> cluster.number("select count(*) from user_session"
                + " where account_id = '" + account + "' and end_reason = 'GOOGLE_REVOKED'") == 252);
        Answers.fine(later.refresh());
        Answers.fine(later.copy().through(cluster.one()).get("/api/account"));
        assertEquals(1, Browser.json(later.get("/api/sessions")).getAsJsonArray("sessions").size());
        Answers.over(here.browser().get("/api/account"), "session_ended", "google_revoked");
    }

    private long feedTrouble() {
        return nodes().mapToLong(node -> node.log().split("HF0703", -1).length).sum();
    }

    private Stream<HoldfastServer> nodes() {
        return Stream.of(cluster.one(), cluster.other());
    }

    private String path(String rest) {
        return "/api/admin/accounts/" + here.accountId() + rest;
    }

    /** Inserts sessions, each used a second less recently than the one before it. */
    private void insertSessions(String account, int number) {
        cluster.run("insert into user_session (id, account_id, generation, created_at, rotated_at, refreshed_at, idle_ends_at,"
                + " ends_at, address, user_agent) select gen_random_uuid(), '" + account + "', 1, " + ago("1 day") + ", "
                + ago("1 minute") + ", " + ago("1 minute") + ", " + UTC_NOW + " + interval '6 days', " + UTC_NOW
                + " + interval '20 days', '192.0.2.7', 'one of many' from generate_series(1, " + number + ") n");
    }

    private static String ago(String atLeast) {
        return UTC_NOW + " - interval '" + atLeast + "' - n * interval '1 second'";
    }

    /** Two people at work at both nodes and a third who signs in again and again; they write down every refusal. */
    private final class Neighbours {

        private final Collection<String> refused = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean leaving = new AtomicBoolean();
        private final long feedTrouble = feedTrouble();
        private final List<CompletableFuture<Void>> atWork;

        Neighbours() {
            Guest emi = Guest.arriving(cluster.stageAt(cluster.one()), People.EMI);
            Guest carmen = Guest.arriving(cluster.stageAt(cluster.other()), People.CARMEN);
            atWork = Stream.of(emi, carmen).<Runnable>map(guest -> () -> work(guest))
                    .map(work -> CompletableFuture.runAsync(work)).toList();
        }

        private void work(Guest guest) {
            for (int round = 0; !leaving.get(); round++) {
                note(guest.browser().refresh());
                note(guest.browser().get("/api/account"));
                if (round % 10 == 0) {
                    guest.browser().refresh();
                    note(guest.elsewhere().browser().get("/api/account"));
                }
            }
        }

        private void note(HttpResponse<String> answer) {
            if (answer.statusCode() != 200) {
                refused.add(answer.statusCode() + " " + answer.body());
            }
        }

        void leave() {
            leaving.set(true);
            atWork.forEach(CompletableFuture::join);
            assertEquals(List.of(), List.copyOf(refused));
            assertEquals(feedTrouble, feedTrouble(), "the feed was read all the time");
        }
    }
}
