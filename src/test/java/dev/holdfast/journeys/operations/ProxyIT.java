package dev.holdfast.journeys.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.EventStream;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.RawHttp;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two servers behind the proxy that the documentation shows, as a client sees them. */
class ProxyIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final InetAddress ELSEWHERE = address("127.0.0.5");

    private static Nginx nginx;
    private static Cluster cluster;
    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Nginx.program().isPresent(), "there is no nginx here: install it to try the documented proxy");
        nginx = Nginx.onFreePorts();
        cluster = Cluster.start(Map.of("HOLDFAST_PUBLIC_URL", nginx.plain().toString(),
                "HOLDFAST_TRUSTED_PROXIES", "127.0.0.1"));
        nginx.startBefore(cluster.one(), cluster.other());
        stage = Stage.apart(cluster.google(), cluster.one(), () -> new Browser(nginx.plain()));
    }

    @AfterAll
    static void stop() throws Exception {
        if (cluster != null) {
            nginx.close();
            cluster.close();
        }
    }

    @Test
    void streamWhenAPageListensThenEachEventPassesAtOnceAndTheStreamEndsWithTheSession() {
        Guest guest = Guest.arriving(stage, People.ADA);
        try (EventStream stream = EventStream.of(guest.browser())) {
            stream.awaits("hello");
            stream.awaits("grant");
            assertEquals(204, guest.browser().copy().logout().statusCode());
            stream.awaits("session_ended {\"reason\":\"signed_out\"}");
            stream.awaitsEnd();
        }
    }

    @Test
    void configurationWhenFilledInThenNginxHasNothingToSay() throws Exception {
        assertEquals("", nginx.complaint());
    }

    @Test
    void peopleWhenSignedInThroughTheProxyThenEitherServerServesThem() {
        long atOne = nginx.answeredBy(cluster.one());
        long atOther = nginx.answeredBy(cluster.other());
        Guest ada = Guest.arriving(stage, People.ADA);
        for (int i = 0; i < 4; i++) {
            Answers.fine(ada.browser().refresh());
            Answers.fine(ada.files());
        }

        assertTrue(nginx.answeredBy(cluster.one()) > atOne + 2 && nginx.answeredBy(cluster.other()) > atOther + 2,
                nginx::log);
        assertFalse(nginx.log().contains("code="), "no authorization code in the log");
    }

    @Test
    void activityWhenBehindTheProxyThenTheAddressIsTheClientsAndNotWhatItSaysItIs() {
        Guest ada = Guest.arriving(stage, People.ADA);
        Guest leaving = ada.elsewhere();
        RawHttp.Answer answer = RawHttp.sendFrom(ELSEWHERE, nginx.plain(), "POST /auth/logout HTTP/1.1", "Host: localhost",
                "Sec-Fetch-Site: same-origin", "Content-Length: 0", "X-Forwarded-For: 203.0.113.7",
                "Cookie: holdfast=" + leaving.browser().cookies().get("holdfast"));

        assertEquals(204, answer.status());
        JsonObject newest = Browser.json(ada.browser().get("/api/account/activity")).getAsJsonArray("events").get(0)
                .getAsJsonObject();
        assertEquals("signed_out", newest.get("reason").getAsString());
        assertEquals(ELSEWHERE.getHostAddress(), newest.get("address").getAsString());
    }

    @Test
    void pagesWhenAskedOverTlsThenBrowsersGetHttp2() throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(nginx.certificate().trusted()).build();
        HttpResponse<String> page = client.send(HttpRequest.newBuilder(nginx.tls().resolve("/login")).build(),
                BodyHandlers.ofString());

        assertEquals(HttpClient.Version.HTTP_2, page.version());
        Answers.fine(page);
        assertTrue(page.headers().firstValue("Content-Security-Policy").isPresent());
    }

    @Test
    void pagesWhenTheyAreOfAnotherFolderThenNginxServesThemAndHoldfastTheRest() throws Exception {
        Path folder = Files.createDirectories(Path.of("target/journeys/own-pages"));
        Files.writeString(folder.resolve("index.html"), "<!doctype html><title>Ours</title>");
        Files.writeString(folder.resolve("main.js"), "'use strict';");
        try (Nginx ours = Nginx.withPages(folder).startBefore(cluster.one(), cluster.other())) {
            assertEquals("", ours.complaint());
            RawHttp.Answer deepLink = asked(ours, "/orders/17?open=1");
            assertTrue(deepLink.body().contains("Ours"));
            assertTrue(deepLink.header("Content-Security-Policy").orElseThrow().contains("frame-ancestors 'none'"));
            assertTrue(asked(ours, "/").body().contains("Ours"));
            assertEquals("'use strict';", asked(ours, "/main.js").body());
            assertEquals(404, asked(ours, "/missing.js").status());
            assertTrue(asked(ours, "/.well-known/jwks.json").body().contains("keys"));
            assertTrue(asked(ours, "/api/account").body().contains("access_token_invalid"));
            assertTrue(asked(ours, "/api/unknown.txt").body().contains("not_found"));
            assertEquals(404, asked(ours, "/metrics").status());
        }
    }

    private static RawHttp.Answer asked(Nginx proxy, String path) {
        return RawHttp.send(proxy.plain(), "GET " + path + " HTTP/1.1", "Host: localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/metrics/", "/metrics;x", "/metrics%3Bx", "//metrics", "/%6Detrics",
        "/login/../metrics", "/login/..;/metrics", "/;/metrics", "/;x=y/metrics", "/metrics?scope=base", "/health",
        "/health/ready", "/health/live", "/x/..%2fmetrics", "/openapi", "/openapi/ui/"})
    void insideWhenAStrangerAsksThenItIsClosed(String path) {
        RawHttp.Answer answer = RawHttp.send(nginx.plain(), "GET " + path + " HTTP/1.1", "Host: localhost");

        assertTrue(answer.status() == 404 || answer.status() == 400, path + " gives " + answer);
    }

    @Test
    void refreshWhenAFloodComesFromOneAddressThenItIsSlowedAndOthersAreServed() {
        Guest ada = Guest.arriving(stage, People.ADA);
        InetAddress flooding = address("127.0.0.66");
        RawHttp.Answer refused = Stream.generate(() -> RawHttp.sendFrom(flooding, nginx.plain(),
                        "POST /auth/token/refresh HTTP/1.1", "Host: localhost", "Sec-Fetch-Site: same-origin",
                        "Content-Length: 0", "Cookie: holdfast=forged"))
                .limit(3_000).filter(answer -> answer.status() == 429).findFirst().orElseThrow();

        assertEquals("application/problem+json", refused.header("Content-Type").orElseThrow());
        assertTrue(refused.header("Retry-After").isPresent());
        assertTrue(refused.header("Set-Cookie").isEmpty());
        Answers.fine(ada.browser().refresh());
    }

    @Test
    void checkUpWhenItIsSlowThenTheOtherServerIsNotAskedAsWell() {
        Guest bruno = Guest.arriving(stage, People.BRUNO);
        stage.google().control().fault(StandInArea.DISCOVERY, FaultKind.SLOW);

        HttpResponse<String> answer = bruno.browser().get("/api/admin/doctor");

        stage.google().control().clear();
        Answers.problem(answer, 503, "storage_unavailable");
        Eventually.holds(SOON, "it is in the log", () -> !nginx.askedFor("/api/admin/doctor").isEmpty());
        List<String> asked = nginx.askedFor("/api/admin/doctor");
        assertEquals(1, asked.size());
        assertTrue(asked.get(0).matches("\"127.0.0.1:\\d+\" \"504\""), asked::toString);
    }

    @Test
    void workWhenAServerIsStoppedAndStartedThenItGoesOnUndisturbed() throws Exception {
        List<Guest> guests = guests();
        List<SlowDownload> downloads = SlowDownload.begin(guests, 4);
        List<Colleague> colleagues = Colleague.atWork(guests);
        awaitRounds(colleagues, 3);

        Thread stopping = new Thread(() -> assertTrue(cluster.one().stop()));
        stopping.start();
        Eventually.holds(SOON, "nothing more is accepted", () -> !cluster.one().isReady());
        for (SlowDownload download : downloads) {
            assertEquals(SlowDownload.WHOLE, download.finish(), "what had begun is finished");
        }
        stopping.join();
        assertFalse(cluster.one().isReady());
        awaitRounds(colleagues, 3);
        bringBack(cluster.one());
        awaitRounds(colleagues, 3);

        assertNoTroubleBut(colleagues, "");
    }

    @Test
    void workWhenAServerIsKilledThenOnlyWhatItWasSendingBreaks() throws Exception {
        List<Guest> guests = guests();
        List<SlowDownload> downloads = SlowDownload.begin(guests, 4);
        List<Colleague> colleagues = Colleague.atWork(guests);
        awaitRounds(colleagues, 3);

        cluster.other().kill();
        cluster.other().awaitEnd();
        List<Long> received = downloads.stream().map(SlowDownload::finish).toList();
        awaitRounds(colleagues, 5);
        bringBack(cluster.other());
        awaitRounds(colleagues, 3);

        assertNoTroubleBut(colleagues, Colleague.BROKE);
        assertEquals(2, received.stream().filter(each -> each == SlowDownload.WHOLE).count(), "those of the other server");
        assertEquals(2, received.stream().filter(each -> each == SlowDownload.BROKEN).count(), "seen to have broken");
    }

    private static List<Guest> guests() {
        return Stream.of(People.ADA, People.BRUNO, People.CARMEN, People.DMITRI)
                .map(person -> Guest.arriving(stage, person)).toList();
    }

    private static void awaitRounds(List<Colleague> colleagues, int more) {
        List<Integer> before = colleagues.stream().map(Colleague::rounds).toList();
        Eventually.holds(SOON, "work goes on", () -> IntStream.range(0, before.size())
                .allMatch(each -> colleagues.get(each).rounds() >= before.get(each) + more));
    }

    private static void bringBack(HoldfastServer node) {
        long before = nginx.answeredBy(node);
        node.start();
        Eventually.holds(SOON, "the proxy uses it again", () -> nginx.answeredBy(node) > before + 3);
    }

    /** {@code allowed}: the end of a note that counts as no trouble. */
    private static void assertNoTroubleBut(List<Colleague> colleagues, String allowed) {
        List<String> trouble = colleagues.stream().flatMap(each -> each.goHome().stream())
                .filter(each -> allowed.isEmpty() || !each.endsWith(allowed)).toList();
        assertEquals(List.of(), trouble);
        assertFalse((cluster.one().log() + cluster.other().log()).contains("HF0701"), "nothing passed for a theft");
    }

    private static InetAddress address(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
