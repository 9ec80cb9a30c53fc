package dev.holdfast.journeys.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.journeys.telemetry.TraceCollector.Span;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The data that a collector gets while telemetry is on, log lines and metrics besides traces: who did what, and no secret.
 */
class TelemetryIT {

    private static final String SEARCH = "payslips-of-march-2026";
    private static final String TRACE_STATE = "somebody=said-so-4711";
    private static final String LOST_TOKEN = "eyJhbGciOiJIUzI1NiJ9.lost-in-a-path";
    private static final long SERVER = 2;
    private static final long CLIENT = 3;

    private static final Queue<HttpResponse<String>> ANSWERS = new ConcurrentLinkedQueue<>();
    private static final TraceCollector COLLECTOR = TraceCollector.start();

    private static StandInGoogle google;
    private static HoldfastServer holdfast;
    private static Stage stage;

    @BeforeAll
    static void liveADay() {
        google = StandInGoogle.start();
        Map<String, String> settings = Stage.settingsFor(google);
        settings.putAll(COLLECTOR.settings());
        holdfast = HoldfastServer.unhurried(settings).start();
        stage = Stage.apart(google, holdfast, ANSWERS::add);
        BusyDay day = new BusyDay(stage);
        day.failAtSignIn();
        day.beRefused();
        day.visitEverything(Guest.arriving(stage, People.BRUNO));
        useDrive(Guest.withSpentToken(stage, People.ADA));
        Eventually.holds(Duration.ofSeconds(20), "metrics come", () -> COLLECTOR.received("/v1/metrics") > 0);
        assertTrue(holdfast.stop(), "nothing of it is left");
    }

    /** Makes a search, a download, a disconnect, and puts texts wherever a client can. */
    private static void useDrive(Guest guest) {
        Browser browser = guest.browser();
        Answers.fine(browser.get("/api/drive/files?q=" + SEARCH));
        String file = JsonParser.parseString(guest.files().body()).getAsJsonObject().getAsJsonArray("files").get(0)
                .getAsJsonObject().get("id").getAsString();
        browser.get("/api/drive/files/" + file + "/content");
        browser.get("/auth/login?login_hint=" + People.ADA);
        browser.get("/api/" + LOST_TOKEN);
        browser.get("/auth/" + LOST_TOKEN);
        browser.get("/" + LOST_TOKEN);
        browser.keepingCookies(browser.bearer("/api/account").header("tracestate", TRACE_STATE)
                .header("traceparent", "00-" + "1".repeat(32) + "-" + "2".repeat(16) + "-01").header("User-Agent", SEARCH));
        assertEquals(204, browser.delete("/api/google/grant").statusCode());
        Eventually.holds(Duration.ofSeconds(20), "Google hears of it", () -> google.counts().of(StandInArea.REVOCATION) > 0);
    }

    @AfterAll
    static void close() {
        holdfast.close();
        google.close();
        COLLECTOR.close();
    }

    @Test
    void spansWhenARequestNeedsGoogleThenTellWhoWaitedForWhat() {
        Span refreshed = spans(span -> span.name().equals("POST " + endpoint("token_endpoint"))
                && parent(span).filter(parent -> parent.name().equals("refresh")).isPresent()).get(0);
        Span flight = parent(refreshed).orElseThrow();
        Span acquire = parent(flight).orElseThrow();
        Span request = parent(acquire).orElseThrow();

        assertEquals(CLIENT, refreshed.kind());
        assertEquals("acquire", acquire.name());
        assertEquals("refresh", acquire.attributes().get("holdfast.acquire.from"));
        assertTrue(List.of("fresh", "lost").contains(acquire.attributes().get("holdfast.acquire.outcome")));
        assertEquals(SERVER, request.kind());
        assertEquals("GET /api/drive/files", request.name());
    }

    @Test
    void spansWhenTheDayIsOverThenNameEachKindOfWork() {
        for (String name : List.of("GET /auth/login", "GET /auth/callback", "POST /auth/token/refresh",
                "GET /api/drive/files/{id}/content", "GET /drive/v3/files", "GET /drive/v3/files/{id}",
                "POST " + endpoint("revocation_endpoint"))) {
            assertFalse(spans(span -> span.name().equals(name)).isEmpty(), () -> name + " is not among " + names());
        }
        assertFalse(spans(span -> "memory".equals(span.attributes().get("holdfast.acquire.from"))).isEmpty());
        assertFalse(spans(span -> "lost".equals(span.attributes().get("holdfast.acquire.outcome"))).isEmpty());
    }

    @Test
    void spansWhenTheClientWasToldAnIdThenAreFoundByIt() {
        Span told = spans(span -> span.kind() == SERVER && span.name().equals("GET /auth/callback")).get(0);

        assertEquals(told.trace(), told.attributes().get("holdfast.request.id"));
        assertTrue(ANSWERS.stream().anyMatch(answer -> answer.headers().firstValue("X-Request-Id")
                .filter(told.trace()::equals).isPresent()));
        assertFalse(spans(span -> span.trace().equals("1".repeat(32)) && span.parent().equals("2".repeat(16))).isEmpty(),
                "a caller's trace is gone on with");
    }

    /** Dashboards group by these names. */
    @Test
    void spansWhenPathsAreAnythingThenTheirNamesAreFew() {
        assertTrue(names().size() < 40, () -> names().toString());
    }

    /** Google is not told of the traces behind our door, decision 20. */
    @Test
    void googleWhenCalledThenIsToldNothingOfTheTrace() {
        for (StandInArea area : StandInArea.values()) {
            google.journal().entries(area)
                    .forEach(call -> assertFalse(call.headers().containsKey("traceparent"), call::path));
        }
    }

    @Test
    void collectorWhenTheDayIsOverThenHasNoSecretNoAddressAndNoText() {
        for (String path : List.of("/v1/traces", "/v1/logs", "/v1/metrics")) {
            assertTrue(COLLECTOR.received(path) > 0, path);
        }
        String everything = COLLECTOR.everything();
        assertTrue(everything.contains("HF0803"), "log lines are in it");

        List<String> secrets = new ArrayList<>(google.markers().all().values().stream().flatMap(List::stream).toList());
        secrets.addAll(SecretsIT.ownTokens(ANSWERS));
        secrets.addAll(cookies());
        secrets.addAll(List.of(SEARCH, TRACE_STATE, LOST_TOKEN));
        google.people().all().forEach(person -> secrets.add(person.email()));
        assertEquals(new TreeSet<>(), new SecretScan(secrets).findingsIn("collector", everything));
    }

    private static List<String> cookies() {
        return ANSWERS.stream().flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                .map(cookie -> cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')))
                .filter(value -> value.length() > 8).toList();
    }

    private static String endpoint(String member) {
        HttpRequest discovery = HttpRequest.newBuilder(google.origin().resolve("/.well-known/openid-configuration")).build();
        return URI.create(Browser.json(Browser.exchange(discovery)).get(member).getAsString()).getPath();
    }

    private static List<Span> spans(Predicate<Span> wanted) {
        return COLLECTOR.spans().stream().filter(wanted).toList();
    }

    private static TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        COLLECTOR.spans().forEach(span -> names.add(span.name()));
        return names;
    }

    private static Optional<Span> parent(Span child) {
        return spans(span -> span.trace().equals(child.trace()) && span.id().equals(child.parent())).stream().findFirst();
    }
}
