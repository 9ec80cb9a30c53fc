package dev.holdfast.journeys.stage;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.world.Switch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A person signed in with a new account, so that no journey sees what another has left. */
public final class Guest {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Stage stage;
    private final String person;
    private final Browser browser;
    private UUID account;

    private Guest(Stage stage, String person, Browser browser) {
        this.stage = stage;
        this.person = person;
        this.browser = browser;
    }

    public static Guest arriving(Stage stage, String person) {
        stage.google().control().changeSub(person, UUID.randomUUID().toString());
        return new Guest(stage, person, stage.browser()).signIn();
    }

    /** Returns a guest whose first Google access token has expired already. */
    public static Guest withSpentToken(Stage stage, String person) {
        Guest guest = withTokenOf(stage, person, 1);
        Eventually.reaches(guest.tokenExpiresAt());
        return guest;
    }

    /** Returns a guest whose first Google access token is said to live for this number of seconds. */
    public static Guest withTokenOf(Stage stage, String person, long seconds) {
        stage.google().control().changeSub(person, UUID.randomUUID().toString());
        return new Guest(stage, person, stage.browser()).signInWithTokenOf(seconds);
    }

    private Guest signInWithTokenOf(long seconds) {
        Control control = stage.google().control();
        control.set(Switch.EXPIRES_IN, person, Long.toString(seconds));
        signIn();
        control.clear(Switch.EXPIRES_IN, person);
        stage.google().counts().reset();
        return this;
    }

    /** Signs the same account in with another browser. */
    public Guest elsewhere() {
        return elsewhere(stage);
    }

    public Guest elsewhere(Stage where) {
        return new Guest(where, person, where.browser()).signIn();
    }

    /** Returns the same browser, whose requests now arrive at that node. */
    public Guest at(HoldfastServer node) {
        Guest there = new Guest(stage, person, browser.copy().through(node));
        there.account = account;
        return there;
    }

    /** Signs in with everything allowed, and goes to Google once more if Holdfast asks for that. */
    public Guest signIn() {
        return follow("/auth/login?return_to=/files");
    }

    public Guest follow(String login) {
        HttpResponse<String> back = browser.comeBack(browser.goToGoogle(login), person, "all");
        URI next = URI.create(back.headers().firstValue("Location").orElseThrow());
        if (next.toString().startsWith(stage.google().origin().toString())) {
            browser.comeBack(next, person, "all");
        }
        browser.refresh();
        account = UUID.fromString(Browser.json(browser.get("/api/account")).get("id").getAsString());
        return this;
    }

    /** Returns the name that faults and switches of the stand-in use for this person. */
    public String person() {
        return person;
    }

    public Browser browser() {
        return browser;
    }

    public UUID accountId() {
        return account;
    }

    public HttpResponse<String> files() {
        return browser.get("/api/drive/files");
    }

    public CompletableFuture<HttpResponse<String>> filesMeanwhile() {
        return HTTP.sendAsync(browser.bearer("/api/drive/files").build(), BodyHandlers.ofString());
    }

    public List<HttpResponse<String>> filesAtOnce(int callers) {
        return filesMeanwhile(callers).stream().map(CompletableFuture::join).toList();
    }

    public List<CompletableFuture<HttpResponse<String>>> filesMeanwhile(int callers) {
        return IntStream.range(0, callers).mapToObj(caller -> filesMeanwhile()).toList();
    }

    public JsonObject grant() {
        return Browser.json(browser.get("/api/google/grant"));
    }

    public String grantStatus() {
        return grant().get("status").getAsString();
    }

    public Instant tokenExpiresAt() {
        return Instant.parse(grant().get("access_token_expires_at").getAsString());
    }

    /** Returns the timeline, newest first, as {@code type} or {@code type:reason}. */
    public List<String> timeline() {
        return StreamSupport.stream(Browser.json(browser.get("/api/account/activity?limit=50")).getAsJsonArray("events")
                .spliterator(), false).map(event -> told(event.getAsJsonObject())).toList();
    }

    /** Returns how often Google's token endpoint was asked to refresh this grant. */
    public long refreshes() {
        return stage.google().counts().of(StandInArea.REFRESH, person);
    }

    /** Returns the refresh tokens of this person that Google's token endpoint has received, oldest first. */
    public List<String> refreshTokensShown() {
        return stage.google().journal().entries(StandInArea.REFRESH).stream().filter(entry -> person.equals(entry.person()))
                .map(entry -> entry.form().get("refresh_token").get(0)).toList();
    }

    private static String told(JsonObject event) {
        String type = event.get("type").getAsString();
        return event.has("reason") && !event.get("reason").isJsonNull() ? type + ":" + event.get("reason").getAsString() : type;
    }
}
