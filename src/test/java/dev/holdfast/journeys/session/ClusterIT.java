package dev.holdfast.journeys.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two real servers on one PostgreSQL: each knows what the other does, and no work is done twice. */
@Order(3)
@ResourceLock(Locks.PATIENT_CLUSTER)
@Isolated
class ClusterIT {

    private static final int CALLERS = 50;

    private static Cluster cluster;

    private ExecutorService callers;

    @BeforeEach
    void openCallers() throws IOException {
        cluster = Cluster.patient();
        callers = Executors.newFixedThreadPool(2 * CALLERS);
    }

    @AfterEach
    void closeCallers() {
        callers.shutdownNow();
    }

    @Test
    void refreshWhenOneTokenComesToBothNodesAtOnceThenThereIsOneSuccessor() throws Exception {
        Browser ada = signedIn(People.ADA);
        Set<String> successors = new HashSet<>();
        for (HttpResponse<String> answer : onBothNodes(ada, each -> each.refresh(null))) {
            assertEquals(200, answer.statusCode(), answer.body());
            successors.add(answer.headers().firstValue("Set-Cookie").orElseThrow());
        }
        assertEquals(1, successors.stream().map(ClusterIT::valueOf).distinct().count());
        String successor = valueOf(successors.iterator().next()).substring("holdfast=".length());
        assertEquals(generationOf(ada) + 1, Jws.claims(successor).get("gen").getAsLong());
        ada.cookies().put("holdfast", successor);
        assertEquals(200, ada.through(cluster.other()).refresh().statusCode());
        assertEquals(Jws.claims(successor).get("gen").getAsLong() + 1, generationOf(ada));
    }

    @Test
    void sessionWhenEndedAtOneNodeThenTheOtherRefusesItsAccessTokenWithinASecond() {
        Browser ada = signedIn(People.ADA);
        assertEquals(200, ada.through(cluster.other()).get("/api/account").statusCode());
        assertEquals(204, ada.copy().through(cluster.one()).logout().statusCode());
        long ended = System.nanoTime();
        HttpResponse<String> answer = ada.get("/api/account");
        while (answer.statusCode() == 200 && System.nanoTime() - ended < Duration.ofSeconds(5).toNanos()) {
            answer = ada.get("/api/account");
        }
        long took = System.nanoTime() - ended;
        assertEquals(401, answer.statusCode());
        assertEquals("signed_out", Browser.json(answer).get("reason").getAsString());
        assertTrue(took < Duration.ofSeconds(2).toNanos(), "within a second and the time of one question");
    }

    @Test
    void filesWhenFiftyCallersAtEachNodeFindTheTokenExpiredThenGoogleIsAskedOnce() throws Exception {
        cluster.google().control().set(Switch.ACCESS_TOKEN_LIFETIME, "1");
        Browser bruno = signedIn(People.BRUNO);
        cluster.google().control().clear(Switch.ACCESS_TOKEN_LIFETIME, null);
        cluster.google().control().advance(Duration.ofSeconds(2));
        cluster.google().control().fault(StandInArea.REFRESH, Fault.slow(Duration.ofMillis(500)));
        long before = cluster.google().counts().of(StandInArea.REFRESH);
        HoldfastServer.await(1100);
        for (HttpResponse<String> answer : onBothNodes(bruno, each -> each.get("/api/drive/files?pageSize=1"))) {
            assertEquals(200, answer.statusCode(), answer.body());
        }
        assertEquals(1, cluster.google().counts().of(StandInArea.REFRESH) - before);
    }

    @Test
    void signInWhenBegunAtOneNodeThenTheOtherFinishesIt() {
        Browser emi = cluster.browserAt(cluster.one());
        var request = emi.goToGoogle("/auth/login?return_to=/account");
        HttpResponse<String> back = emi.through(cluster.other()).comeBack(request, People.EMI, "all");
        assertEquals(303, back.statusCode());
        assertTrue(back.headers().firstValue("Location").orElseThrow().endsWith("/account"));
        assertEquals(200, emi.through(cluster.one()).refresh().statusCode());
    }

    @Test
    void accountWhenErasedThenNothingOfThePersonIsLeftInAnyTable() throws Exception {
        awaitNothingParked();
        cluster.google().control().fault(StandInArea.REVOCATION, FaultKind.HTML_502);
        Browser emi = signedIn(People.EMI);
        String account = Browser.json(emi.get("/api/account")).get("id").getAsString();
        String subject = cluster.google().people().get(People.EMI).sub();
        assertTrue(everything().contains(account) && everything().contains(subject), "the scan finds what is there");
        assertEquals(204, emi.delete("/api/account").statusCode());
        HttpResponse<String> after = emi.refresh();
        assertEquals("erased", Browser.json(after).get("reason").getAsString());
        for (String trace : List.of(account, subject, People.EMI, "Emi", "Tanaka")) {
            assertFalse(everything().contains(trace), trace);
        }
        assertEquals(1, rows("select count(*) from parked_revocation"));
        cluster.google().control().clear();
        awaitNothingParked();
    }

    @Test
    void grantWhenDisconnectedWhileGoogleIsDownThenItIsGoneHereAndGoogleHearsLater() throws Exception {
        awaitNothingParked();
        cluster.google().control().fault(StandInArea.REVOCATION, FaultKind.HTML_502);
        Browser bruno = signedIn(People.BRUNO);
        Browser atOther = bruno.copy().through(cluster.other());
        assertEquals(204, bruno.delete("/api/google/grant").statusCode());
        assertEquals("disconnected", Browser.json(bruno.refresh()).get("reason").getAsString());
        Eventually.holds(Duration.ofSeconds(5), "the other node refuses", () -> atOther.get("/api/account").statusCode() == 401);
        assertEquals(1, rows("select count(*) from parked_revocation"));
        Browser again = signedIn(People.BRUNO);
        assertEquals(0, rows("select count(*) from parked_revocation"), "Google's revocation would kill the new grant");
        assertEquals(200, again.get("/api/drive/files?pageSize=1").statusCode());
    }

    private static void awaitNothingParked() {
        Eventually.holds(Duration.ofSeconds(90), "Google has been told",
                () -> rows("select count(*) from parked_revocation") == 0);
    }

    private static String everything() {
        StringBuilder all = new StringBuilder();
        try (var connection = cluster.postgres().getPostgresDatabase().getConnection();
                var tables = connection.createStatement().executeQuery("select tablename from pg_tables"
                        + " where schemaname = 'public' and tablename <> 'flyway_schema_history'")) {
            while (tables.next()) {
                try (var table = connection.createStatement().executeQuery("select t::text from "
                        + tables.getString(1) + " t")) {
                    while (table.next()) {
                        all.append(table.getString(1)).append('\n');
                    }
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return all.toString();
    }

    private static int rows(String query) {
        try (var connection = cluster.postgres().getPostgresDatabase().getConnection();
                var result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Browser signedIn(String person) {
        Browser browser = cluster.browserAt(cluster.one());
        String next = browser.signIn(person).headers().firstValue("Location").orElseThrow();
        if (browser.accessToken() == null) {
            // Google knew of an earlier consent and gave no refresh token: a second trip asks for consent.
            browser.comeBack(URI.create(next), person, "all");
            browser.refresh();
        }
        assertTrue(browser.accessToken() != null, "signed in");
        return browser;
    }

    private List<HttpResponse<String>> onBothNodes(Browser browser,
            Function<Browser, HttpResponse<String>> call) throws Exception {
        List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Browser atOne = browser.copy().through(cluster.one());
            Browser atOther = browser.copy().through(cluster.other());
            calls.add(() -> call.apply(atOne));
            calls.add(() -> call.apply(atOther));
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : callers.invokeAll(calls)) {
            answers.add(answer.get());
        }
        return answers;
    }

    private static long generationOf(Browser browser) {
        return Jws.claims(browser.cookies().get("holdfast")).get("gen").getAsLong();
    }

    private static String valueOf(String setCookie) {
        return setCookie.split(";", 2)[0];
    }
}
