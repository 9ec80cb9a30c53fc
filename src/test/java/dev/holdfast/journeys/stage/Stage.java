package dev.holdfast.journeys.stage;

import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.people.People;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The stage of most journeys: one stand-in for Google and one server, started once for all journeys on that database. */
public final class Stage {

    private static final String DERBY = "derby";
    private static final String POSTGRESQL = "postgresql";

    private static final Map<String, Stage> SHARED = new ConcurrentHashMap<>();

    private final StandInGoogle google;
    private final HoldfastServer holdfast;
    private final Supplier<Browser> browsers;

    private Stage(StandInGoogle google, HoldfastServer holdfast, Supplier<Browser> browsers) {
        this.google = google;
        this.holdfast = holdfast;
        this.browsers = browsers;
    }

    /** Returns the shared stage. Each journey finds Google as it is by default, and signs in people of its own. */
    public static Stage shared() {
        return sharedFor(Stage.class);
    }

    /** Returns the stage for journeys that run on both databases: {@link OnPostgresql} decides on which. */
    public static Stage sharedFor(Class<?> journeys) {
        Stage stage = SHARED.computeIfAbsent(databaseOf(journeys), Stage::start);
        stage.google.control().reset();
        return stage;
    }

    /** {@code -Dholdfast.test.database=postgresql} puts every journey of the stage on that database. */
    static String databaseOf(Class<?> journeys) {
        return journeys.isAnnotationPresent(OnPostgresql.class) ? POSTGRESQL
                : System.getProperty("holdfast.test.database", DERBY);
    }

    private static Stage start(String database) {
        StandInGoogle google = StandInGoogle.start();
        return apart(google, HoldfastServer.unpacked(sharedSettings(google, database)).start(), answer -> { });
    }

    /** Returns a stage for journeys that stop the server, or need every answer that it has ever given. */
    public static Stage apart(StandInGoogle google, HoldfastServer holdfast, Consumer<HttpResponse<String>> witness) {
        return apart(google, holdfast, () -> new Browser(holdfast.origin(), witness));
    }

    public static Stage apart(StandInGoogle google, HoldfastServer holdfast, Supplier<Browser> browsers) {
        return new Stage(google, holdfast, browsers);
    }

    private static Map<String, String> sharedSettings(StandInGoogle google, String database) {
        Map<String, String> settings = settingsWithApis(google);
        settings.put("HOLDFAST_ADMIN_EMAILS", "Bruno@fernhill.example, " + People.DMITRI);
        if (database.equals(POSTGRESQL)) {
            settings.putAll(SharedDatabase.start().settings());
            settings.put("HOLDFAST_CRYPTO_KEYS", "1:" + Workplace.newKey());
        }
        return settings;
    }

    /** Returns the settings of {@link #settingsFor} with everything that an operator can switch on of Google's APIs. */
    public static Map<String, String> settingsWithApis(StandInGoogle google) {
        Map<String, String> settings = settingsFor(google);
        settings.putAll(gatewaySettings(google));
        settings.putAll(questionSettings());
        return settings;
    }

    /** Returns the settings that point a server at a stand-in. */
    public static Map<String, String> settingsFor(StandInGoogle google) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("HOLDFAST_GOOGLE_CLIENT_ID", google.clientId());
        settings.put("HOLDFAST_GOOGLE_CLIENT_SECRET", google.clientSecret());
        settings.put("HOLDFAST_GOOGLE_ISSUER", google.origin().toString());
        settings.put("HOLDFAST_GOOGLE_API_ROOT", google.origin().toString());
        settings.put("HOLDFAST_GOOGLE_API_TIMEOUT", "PT9S");
        settings.put("HOLDFAST_GOOGLE_SIGNALS", "on");
        settings.put("HOLDFAST_GOOGLE_SERVICE_ACCOUNT_FILE", serviceAccountFile(google).toString());
        return settings;
    }

    /** Returns the file in which servers look for a service account's key; a journey that needs one puts it there. */
    public static Path serviceAccountFile(StandInGoogle google) {
        return Path.of("target", "journeys", "service-account-" + google.origin().getPort() + ".json").toAbsolutePath();
    }

    /** Calendar to read and, with another scope, to write; People, seldom; and an API for anything that signed-in people send. */
    private static Map<String, String> gatewaySettings(StandInGoogle google) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("HOLDFAST_GOOGLE_OPTIONAL_SCOPES", StandInScopes.CALENDAR_READONLY + " "
                + StandInScopes.CALENDAR_EVENTS + " " + StandInScopes.GEMINI);
        settings.put("HOLDFAST_GATEWAY_CALENDAR_ROOT", google.origin() + "/calendar/v3");
        settings.put("HOLDFAST_GATEWAY_CALENDAR_ALLOW", String.join("\n",
                "GET|HEAD /users/me/calendarList " + StandInScopes.CALENDAR_READONLY,
                "GET /calendars/*/events " + StandInScopes.CALENDAR_READONLY,
                "POST /calendars/*/events " + StandInScopes.CALENDAR_EVENTS,
                "GET|PATCH|DELETE /calendars/*/events/* " + StandInScopes.CALENDAR_EVENTS));
        settings.put("HOLDFAST_GATEWAY_PEOPLE_ROOT", google.origin() + "/v1");
        settings.put("HOLDFAST_GATEWAY_PEOPLE_ALLOW", "GET /people/me openid");
        settings.put("HOLDFAST_GATEWAY_PEOPLE_PER_MINUTE", "3");
        settings.put("HOLDFAST_GATEWAY_STREAMING_ROOT", google.origin() + "/streaming/v1");
        settings.put("HOLDFAST_GATEWAY_STREAMING_ALLOW", "GET|HEAD|POST|PUT|PATCH|DELETE /** openid");
        settings.put("HOLDFAST_GATEWAY_STREAMING_MAX_REQUEST", "200kB");
        settings.put("HOLDFAST_GATEWAY_STREAMING_PER_MINUTE", "10000");
        return settings;
    }

    /** Questions about files with the person's access, at the stand-in. */
    private static Map<String, String> questionSettings() {
        return Map.of(
                "HOLDFAST_GEMINI_ACCESS", "user",
                "HOLDFAST_GEMINI_MODEL", "gemini-standin",
                "HOLDFAST_GEMINI_TIMEOUT", "PT6S",
                "HOLDFAST_GEMINI_PER_MINUTE", "1000");
    }

    public StandInGoogle google() {
        return google;
    }

    public HoldfastServer holdfast() {
        return holdfast;
    }

    /** Returns a browser with an empty cookie jar. */
    public Browser browser() {
        return browsers.get();
    }
}
