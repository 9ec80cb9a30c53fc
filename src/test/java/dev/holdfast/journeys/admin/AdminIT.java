package dev.holdfast.journeys.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.rig.Query;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rights of administrators, and that other people have none of them. Bruno is an administrator; Dmitri is none, because
 * his address is not verified.
 */
@OnStage
class AdminIT {

    private static final String ACCOUNTS = "/api/admin/accounts";
    private static final String AUDIT = "/api/admin/audit";

    private Stage stage;
    private Guest ada;
    private Browser bruno;

    @BeforeEach
    void enter() {
        stage = Stage.sharedFor(getClass());
        ada = Guest.arriving(stage, People.ADA);
        bruno = Guest.arriving(stage, People.BRUNO).browser();
    }

    @Test
    void accessTokenWhenTheVerifiedAddressIsOnTheListThenItHasTheRole() {
        assertEquals("[\"user\",\"admin\"]", Jws.claims(bruno.accessToken()).get("groups").toString());
        assertEquals("[\"user\"]", Jws.claims(ada.browser().accessToken()).get("groups").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {People.ADA, People.DMITRI})
    void administrationWhenAskedByAnybodyElseThenItIsForbiddenAndNothingHappens(String person) {
        Browser caller = Guest.arriving(stage, person).browser();
        String session = Jws.claims(ada.browser().accessToken()).get("sid").getAsString();

        for (HttpRequest.Builder request : everything(caller, session)) {
            Answers.problem(Browser.exchange(request.build()), 403, "forbidden");
        }
        String line = "HF0902 event=admin_refused account=" + Jws.claims(caller.accessToken()).get("sub").getAsString();
        Eventually.holds(Duration.ofSeconds(5), line, () -> stage.holdfast().log().contains(line));
        Answers.fine(ada.browser().refresh());
        Answers.fine(ada.browser().get("/api/account"));
    }

    /** The access token goes on naming the role for minutes; the account does not. */
    @Test
    void administrationWhenTheRoleIsGoneThenTheNextCallIsForbidden() {
        Guest former = Guest.arriving(stage, People.BRUNO);
        Answers.fine(former.browser().get(ACCOUNTS));
        stage.google().control().changeEmailVerified(People.BRUNO, false);
        former.elsewhere();

        assertTrue(Jws.claims(former.browser().accessToken()).get("groups").toString().contains("admin"));
        Answers.problem(former.browser().get(ACCOUNTS), 403, "forbidden");
        Answers.problem(put(former.browser(), ada.accountId().toString()), 403, "forbidden");
        Answers.fine(ada.browser().refresh());
    }

    @Test
    void administrationWhenAskedWithoutATokenThenTheTokenIsMissing() {
        for (HttpRequest.Builder request : everything(stage.browser(), UUID.randomUUID().toString())) {
            Answers.problem(Browser.exchange(request.setHeader("Authorization", "Bearer x").build()), 401,
                    "access_token_invalid");
        }
    }

    @Test
    void accountsWhenListedThenEachHasItsGrantAndItsSessionsAndNoToken() {
        ada.elsewhere();
        HttpResponse<String> answer = bruno.get(ACCOUNTS + "?q=" + ada.accountId());
        JsonObject found = Browser.json(answer);

        assertEquals(Set.of("accounts", "next"), found.keySet());
        assertTrue(found.get("next").isJsonNull());
        assertEquals(1, found.getAsJsonArray("accounts").size());
        JsonObject account = found.getAsJsonArray("accounts").get(0).getAsJsonObject();
        assertEquals(Set.of("id", "email", "name", "hosted_domain", "created_at", "signed_in_at", "disabled_at",
                "frozen_at", "grant_status", "live_sessions"), account.keySet());
        assertEquals(ada.accountId().toString(), account.get("id").getAsString());
        assertEquals(People.ADA, account.get("email").getAsString());
        assertEquals("active", account.get("grant_status").getAsString());
        assertEquals(2, account.get("live_sessions").getAsInt());
        assertTrue(account.get("disabled_at").isJsonNull());
        assertTrue(answer.headers().firstValue("Cache-Control").orElse("").contains("no-store"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.ok", "ADA.OKAFOR@MAIL", "okafor", "Ada Okafor"})
    void accountsWhenLookedForThenByPartOfTheirAddressOrNameInAnyCase(String text) {
        assertTrue(idsFound(Query.encode(text)).contains(ada.accountId().toString()));
        assertFalse(idsFound(Query.encode(text)).contains(Jws.claims(bruno.accessToken()).get("sub").getAsString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a_a", "ada%example", "!", "'", "nobody at all"})
    void accountsWhenTheTextHasMagicThenItHasNone(String text) {
        assertEquals(List.of(), idsFound(Query.encode(text)));
    }

    @Test
    void accountsWhenThereAreManyThenTheyComeInPagesTheYoungestFirst() {
        List<String> arrived = new ArrayList<>();
        for (int guest = 0; guest < 3; guest++) {
            arrived.add(0, Guest.arriving(stage, People.EMI).accountId().toString());
        }
        List<String> paged = new ArrayList<>();
        String before = "";
        while (paged.size() < 3) {
            JsonObject page = Browser.json(bruno.get(ACCOUNTS + "?q=emi.tanaka&limit=2" + before));
            assertTrue(page.getAsJsonArray("accounts").size() <= 2);
            page.getAsJsonArray("accounts").forEach(each -> paged.add(each.getAsJsonObject().get("id").getAsString()));
            before = page.get("next").isJsonNull() ? "" : "&before=" + page.get("next").getAsString();
        }
        assertEquals(arrived, paged.subList(0, 3));
    }

    /** The last two cursors name a time that no database can store. */
    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=x", "?before=x", "?before=",
        "?before=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlaLzkwMjFmOGQ1LWE4ZTAtNDFhNi04MjE2LTAzZjAxYmIyNTExMg",
        "?before=LTk5OTk5OTk5OS0wMS0wMVQwMDowMDowMFovOTAyMWY4ZDUtYThlMC00MWE2LTgyMTYtMDNmMDFiYjI1MTEy"})
    void listsWhenThePageMakesNoSenseThenItIsRefused(String query) {
        Answers.problem(bruno.get(ACCOUNTS + query), 400, "invalid_request");
        Answers.problem(bruno.get(AUDIT + query), 400, "invalid_request");
        Answers.problem(bruno.get(ACCOUNTS + "/" + ada.accountId() + "/activity" + query), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?q=%00", "?grant=dead", "?grant=", "?grant=active%00", "?disabled=yes", "?sort=oldest", "?sort=",
        "?sort=name&before=bmV3ZXN0LzkwMjFmOGQ1LWE4ZTAtNDFhNi04MjE2LTAzZjAxYmIyNTExMi89MjAyNi0xMS0yM1QyMzozMjowN1o"})
    void accountsWhenTheFilterMakesNoSenseThenItIsRefused(String query) {
        Answers.problem(bruno.get(ACCOUNTS + query), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?admin=x", "?admin=", "?account=0-0-0-0-0", "?type=murdered", "?type=ACCOUNT_DISABLED", "?looks=no"})
    void auditTrailWhenTheFilterMakesNoSenseThenItIsRefused(String query) {
        Answers.problem(bruno.get(AUDIT + query), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "last_signed_in", "name", "email"})
    void accountsWhenSortedThenEachPageGoesOnWhereTheOneBeforeEnded(String sort) {
        Set<String> arrived = new HashSet<>();
        for (int guest = 0; guest < 3; guest++) {
            arrived.add(Guest.arriving(stage, guest == 0 ? People.ADA : People.EMI).accountId().toString());
        }
        List<JsonObject> paged = everyPage(ACCOUNTS + "?limit=2&sort=" + sort, "accounts");

        List<String> ids = paged.stream().map(each -> each.get("id").getAsString()).toList();
        assertEquals(ids.size(), Set.copyOf(ids).size());
        assertTrue(ids.containsAll(arrived), sort);
        List<String> keys = paged.stream().map(each -> key(sort, each)).toList();
        Comparator<String> order = Comparator.naturalOrder();
        assertEquals(keys.stream().sorted(sort.equals("name") || sort.equals("email") ? order : order.reversed()).toList(), keys);
    }

    private static String key(String sort, JsonObject account) {
        return switch (sort) {
            case "newest" -> micros(account.get("created_at").getAsString());
            case "last_signed_in" -> micros(account.get("signed_in_at").getAsString());
            default -> account.get(sort).getAsString().toLowerCase(Locale.ROOT);
        };
    }

    /** Writes all times with six decimals, so that they sort as texts. */
    private static String micros(String instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC)
                .format(Instant.parse(instant));
    }

    /** Every account of the journeys has that text, but a page may end among accounts without it. */
    @ParameterizedTest
    @ValueSource(strings = {"name", "email"})
    void accountsWhenThePageBeforeEndedAmongThoseWithoutThatTextThenItGoesOnThere(String sort) {
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(
                (sort + "/00000000-0000-0000-0000-000000000000/").getBytes(StandardCharsets.UTF_8));

        assertTrue(everyPage(ACCOUNTS + "?sort=" + sort + "&before=" + cursor, "accounts").stream()
                .allMatch(each -> each.get(sort).isJsonNull()));
    }

    @Test
    void accountsWhenFilteredByTheirGrantThenOnlyThoseThatStandSo() {
        assertTrue(isListed("grant=active"));
        assertFalse(isListed("grant=none") || isListed("grant=reauth_required"));

        ada.browser().delete("/api/google/grant");

        assertTrue(isListed("grant=none"));
        assertFalse(isListed("grant=active"));
    }

    @Test
    void accountsWhenFilteredByBeingDisabledThenOnlyThose() {
        assertTrue(isListed("disabled=false"));
        assertFalse(isListed("disabled=true"));

        put(bruno, ada.accountId().toString());

        assertTrue(isListed("disabled=true&grant=active&sort=email"));
        assertFalse(isListed("disabled=false"));
    }

    private boolean isListed(String filter) {
        return !Browser.json(bruno.get(ACCOUNTS + "?q=" + ada.accountId() + "&" + filter)).getAsJsonArray("accounts").isEmpty();
    }

    @Test
    void overviewWhenAskedThenItCountsAccountsSessionsAndGrants() {
        Eventually.holds(Duration.ofSeconds(45), "the numbers of the overview", () -> {
            JsonObject counts = Browser.json(bruno.get("/api/admin/overview"));
            assertEquals(Set.of("counted_at", "accounts", "disabled", "frozen", "live_sessions", "grants"), counts.keySet());
            return counts.get("accounts").getAsLong() >= 2 && !counts.get("live_sessions").isJsonNull()
                    && counts.get("live_sessions").getAsLong() >= 2 && !counts.get("grants").isJsonNull()
                    && counts.getAsJsonObject("grants").get("active").getAsLong() >= 2;
        });
    }

    @Test
    void accountWhenLookedAtThenItsGrantIsToldWithoutAToken() {
        ada.files();
        JsonObject told = Browser.json(bruno.get(ACCOUNTS + "/" + ada.accountId()));

        assertEquals(Set.of("account", "grant"), told.keySet());
        JsonObject grant = told.getAsJsonObject("grant");
        assertEquals(Set.of("status", "scopes", "granted_at", "last_refreshed_at", "access_token_expires_at",
                "last_failure_at", "last_failure_code", "expires_at", "refresh_tokens_issued"), grant.keySet());
        assertEquals("active", grant.get("status").getAsString());
        assertEquals(1, grant.get("refresh_tokens_issued").getAsInt());
    }

    @Test
    void grantWhenCheckedThenGoogleIsAskedAndItIsToldHowItStands() {
        HttpResponse<String> answer = check(bruno, ada);
        Answers.fine(answer);
        JsonObject told = Browser.json(answer);

        assertEquals(Set.of("checked_at", "grant"), told.keySet());
        assertEquals("active", told.getAsJsonObject("grant").get("status").getAsString());
        assertEquals(told, Browser.json(check(bruno, ada)));
        assertEquals(2, everyPage(AUDIT + "?type=grant_checked&account=" + ada.accountId(), "entries").size());
        Answers.fine(ada.browser().refresh());
    }

    /** The result concerns the owner of the account alone; the administrator's own session and access to Google stay. */
    @Test
    void grantWhenCheckedAndGoneThenThatIsTheAnswerAndThePersonIsSignedOut() {
        stage.google().control().fault(StandInArea.REFRESH, FaultKind.INVALID_GRANT, People.ADA, 1);

        HttpResponse<String> answer = check(bruno, ada);

        Answers.fine(answer);
        assertEquals("revoked", Browser.json(answer).getAsJsonObject("grant").get("status").getAsString());
        Answers.over(ada.browser().refresh(), "session_ended", "google_revoked");
        Browser.json(bruno.get(ACCOUNTS + "/" + ada.accountId() + "/activity?limit=2")).getAsJsonArray("events").forEach(
                event -> assertTrue(isSessionsOwn(event.getAsJsonObject()) || event.getAsJsonObject().get("address").isJsonNull(),
                        event::toString));
        Answers.fine(bruno.refresh());
    }

    @Test
    void grantWhenThereIsNoneToCheckThenNotFound() {
        ada.browser().delete("/api/google/grant");

        Answers.problem(check(bruno, ada), 404, "not_found");
    }

    /** The end of a session names the browser in which the session was. */
    private static boolean isSessionsOwn(JsonObject event) {
        return event.get("type").getAsString().equals("session_ended");
    }

    private static HttpResponse<String> check(Browser caller, Guest whose) {
        return Browser.exchange(caller.bearer(ACCOUNTS + "/" + whose.accountId() + "/grant/check")
                .POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    @Test
    void accountWhenDisconnectedThenItHasNoGrantAndNoSession() {
        ada.browser().delete("/api/google/grant");
        JsonObject told = Browser.json(bruno.get(ACCOUNTS + "/" + ada.accountId()));

        assertTrue(told.get("grant").isJsonNull());
        assertTrue(told.getAsJsonObject("account").get("grant_status").isJsonNull());
        assertEquals(0, told.getAsJsonObject("account").get("live_sessions").getAsInt());
    }

    @Test
    void administrationWhenThereIsNoSuchAccountThenNotFound() {
        for (String id : List.of(UUID.randomUUID().toString(), "x", "0-0-0-0-0", ada.accountId().toString().toUpperCase())) {
            for (String rest : List.of("", "/sessions", "/activity")) {
                Answers.problem(bruno.get(ACCOUNTS + "/" + id + rest), 404, "not_found");
            }
            for (String rest : List.of("/sessions", "/disabled", "/sessions/" + UUID.randomUUID())) {
                Answers.problem(bruno.delete(ACCOUNTS + "/" + id + rest), 404, "not_found");
            }
            Answers.problem(put(bruno, id), 404, "not_found");
        }
        Answers.fine(ada.browser().refresh());
    }

    @Test
    void sessionWhenEndedByAnAdministratorThenThatOneIsDeadAtOnceAndTheAdministratorIsNotNamedToItsOwner() {
        Guest elsewhere = ada.elsewhere();
        String session = Jws.claims(elsewhere.browser().accessToken()).get("sid").getAsString();
        String path = ACCOUNTS + "/" + ada.accountId() + "/sessions";
        assertEquals(2, Browser.json(bruno.get(path)).getAsJsonArray("sessions").size());

        assertEquals(204, bruno.delete(path + "/" + session).statusCode());

        Answers.over(elsewhere.browser().get("/api/account"), "session_ended", "ended_by_administrator");
        Answers.fine(ada.browser().refresh());
        JsonObject newest = Browser.json(ada.browser().get("/api/account/activity")).getAsJsonArray("events").get(0)
                .getAsJsonObject();
        assertEquals("session_ended", newest.get("type").getAsString());
        assertTrue(newest.get("address").isJsonNull() && newest.get("user_agent").isJsonNull(), newest::toString);
        assertEquals(newest, Browser.json(bruno.get(ACCOUNTS + "/" + ada.accountId() + "/activity?limit=1"))
                .getAsJsonArray("events").get(0).getAsJsonObject());
    }

    @Test
    void sessionWhenItIsAnotherAccountsThenItIsNotFoundAndLives() {
        Browser emi = Guest.arriving(stage, People.EMI).browser();
        String session = Jws.claims(emi.accessToken()).get("sid").getAsString();

        Answers.problem(bruno.delete(ACCOUNTS + "/" + ada.accountId() + "/sessions/" + session), 404, "not_found");

        Answers.fine(emi.refresh());
    }

    @Test
    void sessionsWhenAllAreEndedByAnAdministratorThenThePersonMaySignInAgain() {
        Guest elsewhere = ada.elsewhere();

        assertEquals(204, bruno.delete(ACCOUNTS + "/" + ada.accountId() + "/sessions").statusCode());

        Answers.over(ada.browser().refresh(), "session_ended", "ended_by_administrator");
        Answers.over(elsewhere.browser().refresh(), "session_ended", "ended_by_administrator");
        Answers.fine(ada.signIn().files());
    }

    @Test
    void accountWhenDisabledThenEverySessionIsDeadAndSignInIsRefusedUntilItIsEnabled() {
        Browser copy = ada.browser().copy();
        assertEquals(204, put(bruno, ada.accountId().toString()).statusCode());
        assertEquals(204, put(bruno, ada.accountId().toString()).statusCode());

        Answers.over(copy.get("/api/account"), "session_ended", "account_disabled");
        Answers.over(ada.browser().refresh(), "session_ended", "account_disabled");
        HttpResponse<String> back = stage.browser().signIn(People.ADA);
        assertEquals(303, back.statusCode());
        assertTrue(back.headers().firstValue("Location").orElse("").endsWith("/login?reason=account_disabled"));
        assertFalse(accountAsAdmin().get("disabled_at").isJsonNull());

        assertEquals(204, bruno.delete(ACCOUNTS + "/" + ada.accountId() + "/disabled").statusCode());
        assertTrue(accountAsAdmin().get("disabled_at").isJsonNull());
        Answers.fine(ada.signIn().files());
    }

    /** On Derby readers wait for writers; a refresh and a disabling must never wait for each other. */
    @Test
    void accountWhenDisabledWhileItsBrowsersRefreshThenNoneIsToldToComeLater() {
        for (int round = 0; round < 4; round++) {
            List<Browser> browsers = Stream.generate(() -> ada.elsewhere().browser()).limit(4).toList();
            List<CompletableFuture<List<Integer>>> refreshing = browsers.stream()
                    .map(browser -> CompletableFuture.supplyAsync(() -> refreshUntilItEnds(browser))).toList();

            assertEquals(204, put(bruno, ada.accountId().toString()).statusCode());

            for (CompletableFuture<List<Integer>> answers : refreshing) {
                assertTrue(answers.join().stream().allMatch(status -> status == 200 || status == 401), answers.join()::toString);
            }
            assertEquals(204, bruno.delete(ACCOUNTS + "/" + ada.accountId() + "/disabled").statusCode());
        }
    }

    private static List<Integer> refreshUntilItEnds(Browser browser) {
        List<Integer> statuses = new ArrayList<>();
        do {
            statuses.add(browser.refresh().statusCode());
        } while (statuses.get(statuses.size() - 1) == 200);
        return statuses;
    }

    @Test
    void accountWhenItIsTheAdministratorsOwnThenItIsNotDisabled() {
        String own = Jws.claims(bruno.accessToken()).get("sub").getAsString();

        Answers.problem(put(bruno, own), 409, "own_account");

        Answers.fine(bruno.refresh());
    }

    @Test
    void administrationWhenAnythingIsDoneThenTheAuditTrailSaysWhoDidWhatToWhom() {
        String admin = Jws.claims(bruno.accessToken()).get("sub").getAsString();
        String session = Jws.claims(ada.browser().accessToken()).get("sid").getAsString();
        for (HttpRequest.Builder request : everything(bruno, session)) {
            int status = Browser.exchange(request.build()).statusCode();
            assertTrue(status == 200 || status == 204, "status " + status);
        }
        for (String act : List.of("audit_viewed", "accounts_listed", "account_viewed", "sessions_viewed", "activity_viewed", "grant_checked",
                "session_ended", "sessions_ended", "account_disabled", "account_enabled")) {
            String of = act.equals("accounts_listed") || act.equals("audit_viewed") ? "" : " account=\"" + ada.accountId() + "\""
                    + (act.equals("session_ended") ? " session=\"" + session + "\"" : "");
            String line = "HF0901 event=admin_" + act + " admin=" + admin + of + " address=\"127.0.0.1\" user_agent=";
            Eventually.holds(Duration.ofSeconds(5), line, () -> stage.holdfast().log().contains(line));
        }
    }

    @Test
    void auditTrailWhenReadThenEachActIsAnEntryThatSaysWhoDidWhatToWhom() {
        String admin = Jws.claims(bruno.accessToken()).get("sub").getAsString();
        String session = Jws.claims(ada.browser().accessToken()).get("sid").getAsString();
        everything(bruno, session).forEach(request -> Browser.exchange(request.build()));

        List<JsonObject> entries = everyPage(AUDIT + "?limit=3&account=" + ada.accountId(), "entries");

        assertEquals(List.of("account_enabled", "account_disabled", "sessions_ended", "session_ended", "grant_checked",
                "activity_viewed", "sessions_viewed", "account_viewed"), entries.stream().map(each -> each.get("type").getAsString()).toList());
        JsonObject ended = entries.get(3);
        assertEquals(Set.of("id", "at", "type", "admin", "account", "session_id", "replaced", "address", "user_agent"), ended.keySet());
        assertEquals(session, ended.get("session_id").getAsString());
        assertEquals("127.0.0.1", ended.get("address").getAsString());
        assertEquals(admin, ended.getAsJsonObject("admin").get("id").getAsString());
        assertEquals(People.BRUNO, ended.getAsJsonObject("admin").get("email").getAsString());
        assertEquals(ada.accountId().toString(), ended.getAsJsonObject("account").get("id").getAsString());
        assertEquals("Ada Okafor", ended.getAsJsonObject("account").get("name").getAsString());
        assertEquals(5, everyPage(AUDIT + "?looks=false&admin=" + admin, "entries").size());
        assertEquals(List.of(ended), everyPage(AUDIT + "?type=session_ended&admin=" + admin, "entries"));
        assertEquals(List.of(), everyPage(AUDIT + "?admin=" + ada.accountId(), "entries"));
    }

    @Test
    void auditTrailWhenNothingWasDoneThenItHasNoEntryOfIt() {
        String admin = Jws.claims(bruno.accessToken()).get("sub").getAsString();
        Answers.problem(put(bruno, UUID.randomUUID().toString()), 404, "not_found");
        Answers.problem(put(bruno, admin), 409, "own_account");
        Answers.problem(bruno.delete(ACCOUNTS + "/" + ada.accountId() + "/sessions/" + UUID.randomUUID()), 404, "not_found");

        assertEquals(List.of(), everyPage(AUDIT + "?looks=false&admin=" + admin, "entries"));
    }

    @Test
    void auditTrailWhenAPersonIsRefusedOverAndOverThenOneEntryTellsOfIt() {
        for (HttpRequest.Builder request : everything(ada.browser(), UUID.randomUUID().toString())) {
            Answers.problem(Browser.exchange(request.build()), 403, "forbidden");
        }
        List<JsonObject> refused = everyPage(AUDIT + "?type=refused&admin=" + ada.accountId(), "entries");
        assertEquals(1, refused.size());
        assertTrue(refused.get(0).get("account").isJsonNull());
    }

    @Test
    void auditTrailWhenPeopleAreErasedThenItsEntriesNameThemNoMore() {
        Guest former = Guest.arriving(stage, People.BRUNO);
        assertEquals(204, former.browser().delete(ACCOUNTS + "/" + ada.accountId() + "/sessions").statusCode());
        assertEquals(204, former.browser().delete("/api/account").statusCode());
        assertEquals(204, ada.signIn().browser().delete("/api/account").statusCode());

        List<JsonObject> entries = everyPage(AUDIT + "?admin=" + former.accountId(), "entries");

        assertEquals(1, entries.size());
        JsonObject entry = entries.get(0);
        assertEquals(ada.accountId().toString(), entry.getAsJsonObject("account").get("id").getAsString());
        for (JsonObject person : List.of(entry.getAsJsonObject("admin"), entry.getAsJsonObject("account"))) {
            assertTrue(person.get("email").isJsonNull() && person.get("name").isJsonNull(), person::toString);
        }
        assertTrue(entry.get("address").isJsonNull() && entry.get("user_agent").isJsonNull(), entry::toString);
    }

    private List<JsonObject> everyPage(String path, String list) {
        List<JsonObject> all = new ArrayList<>();
        String before = "";
        do {
            HttpResponse<String> answer = bruno.get(path + before);
            Answers.fine(answer);
            JsonObject page = Browser.json(answer);
            page.getAsJsonArray(list).forEach(each -> all.add(each.getAsJsonObject()));
            before = page.get("next").isJsonNull() ? "" : "&before=" + page.get("next").getAsString();
        } while (!before.isEmpty());
        return all;
    }

    /** Returns every request of the admin API, the mildest first. */
    private List<HttpRequest.Builder> everything(Browser caller, String session) {
        String account = ACCOUNTS + "/" + ada.accountId();
        return Stream.of(caller.bearer("/api/admin/overview").GET(), caller.bearer(AUDIT + "?limit=1").GET(),
                caller.bearer(ACCOUNTS + "?limit=1").GET(), caller.bearer(account).GET(),
                caller.bearer(account + "/sessions").GET(), caller.bearer(account + "/activity").GET(),
                caller.bearer(account + "/grant/check").POST(HttpRequest.BodyPublishers.noBody()),
                caller.bearer(account + "/sessions/" + session).DELETE(), caller.bearer(account + "/sessions").DELETE(),
                caller.bearer(account + "/disabled").PUT(HttpRequest.BodyPublishers.noBody()),
                caller.bearer(account + "/disabled").DELETE()).toList();
    }

    private JsonObject accountAsAdmin() {
        return Browser.json(bruno.get(ACCOUNTS + "/" + ada.accountId())).getAsJsonObject("account");
    }

    private List<String> idsFound(String text) {
        HttpResponse<String> answer = bruno.get(ACCOUNTS + "?limit=100&q=" + text);
        Answers.fine(answer);
        return StreamSupport.stream(Browser.json(answer).getAsJsonArray("accounts").spliterator(), false)
                .map(each -> each.getAsJsonObject().get("id").getAsString()).toList();
    }

    private static HttpResponse<String> put(Browser caller, String account) {
        return Browser.exchange(caller.bearer(ACCOUNTS + "/" + account + "/disabled")
                .PUT(HttpRequest.BodyPublishers.noBody()).build());
    }
}
