package dev.holdfast.journeys.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.journeys.stage.Workplace;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.world.Switch;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Starts that are refused, each in a process of its own, and the behaviour of a server that starts amid trouble (J02, A06).
 */
class SettingsIT {

    private static final int EX_CONFIG = 78;
    private static final int EX_TEMPFAIL = 75;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** A console line of a refused setting: its number, the key, the environment name, the cure. */
    private static final Pattern FAULT = Pattern.compile("(?m)^\\[ERROR +\\] HF0101 ([a-z.-]+) \\(environment ([A-Z_]+)\\): (.+)$");

    private static final String NO_SECRET = "no-secret-may-be-told-4711";

    private static final ExecutorService STARTS = Executors.newFixedThreadPool(2);

    private static StandInGoogle google;
    private static Future<HoldfastServer> nothingFits;
    private static Future<HoldfastServer> contradicting;
    private static Future<HoldfastServer> withoutDatabase;
    private static Future<HoldfastServer> amidTrouble;

    /** Launches all servers of the class, two at a time; a test waits for the one that it is about. */
    @BeforeAll
    static void launch() {
        google = StandInGoogle.start();
        google.control().set(Switch.DISCOVERY_ISSUER, "https://accounts.evil.example");
        nothingFits = STARTS.submit(() -> refused(nothingThatFits(), EX_CONFIG));
        contradicting = STARTS.submit(() -> refused(contradictions(), EX_CONFIG));
        withoutDatabase = STARTS.submit(() -> refused(noDatabase(), EX_TEMPFAIL));
        amidTrouble = STARTS.submit(() -> HoldfastServer.unhurried(Stage.settingsFor(google)).start());
    }

    @AfterAll
    static void close() throws InterruptedException, ExecutionException {
        STARTS.shutdown();
        amidTrouble.get().close();
        google.close();
    }

    private static Map<String, String> nothingThatFits() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("HOLDFAST_GOOGLE_CLIENT_SECRET", NO_SECRET);
        settings.put("HOLDFAST_GOOGLE_CLIENT_SECRET_FILE", "/nowhere");
        settings.put("HOLDFAST_GOOGLE_ISSUER", "http://accounts.example");
        settings.put("HOLDFAST_GOOGLE_TOKEN_ENDPOINT", "ftp://accounts.example/token");
        settings.put("HOLDFAST_GOOGLE_API_ROOT", "http://api.example");
        settings.put("HOLDFAST_GOOGLE_SCOPES", "email profile");
        settings.put("HOLDFAST_GOOGLE_HOSTED_DOMAINS", "not a domain");
        settings.put("HOLDFAST_GOOGLE_TIMEOUT", "PT7S");
        settings.put("HOLDFAST_GOOGLE_REFRESH_AHEAD", "-PT1S");
        settings.put("HOLDFAST_GOOGLE_CLIENT_REJECTED_ENDS_SESSIONS", "perhaps");
        settings.put("HOLDFAST_SESSION_ACCESS_TOKEN_LIFETIME", "PT11M");
        settings.put("HOLDFAST_SESSION_IDLE_TIMEOUT", "P60D");
        settings.put("HOLDFAST_SESSION_REUSE_GRACE", "PT61S");
        settings.put("HOLDFAST_SESSION_FEED_TOLERANCE", "five minutes");
        settings.put("HOLDFAST_SESSION_SIGNING_ALGORITHM", "HS256");
        settings.put("HOLDFAST_SESSION_SIGNING_KEY_LIFETIME", "PT9S");
        settings.put("HOLDFAST_TRUSTED_PROXIES", "proxy.example");
        settings.put("HTTPS_PORT", "70000");
        settings.put("HOLDFAST_LOG_CONSOLE_LEVEL", "LOUD");
        settings.put("HOLDFAST_TLS_KEYSTORE_PASSWORD", "short");
        settings.put("HOLDFAST_DB_KIND", "postgresql");
        settings.put("HOLDFAST_DB_PORT", "54320000");
        settings.put("JVM_ARGS", HoldfastServer.QUICK_START + " -Dotel.sdk.disabled=false");
        settings.put("OTEL_TRACES_EXPORTER", "none");
        return settings;
    }

    @Test
    void startWhenNothingFitsThenEveryFaultIsToldAtOnce() throws Exception {
        Map<String, Set<String>> told = refusals(nothingFits);

        assertEquals(new TreeSet<>(Set.of("holdfast.google.client-id", "holdfast.google.client-secret",
                "holdfast.google.issuer", "holdfast.google.token-endpoint", "holdfast.google.api-root",
                "holdfast.google.scopes", "holdfast.google.hosted-domains", "holdfast.google.timeout",
                "holdfast.google.refresh-ahead", "holdfast.google.client-rejected-ends-sessions",
                "holdfast.session.access-token-lifetime", "holdfast.session.idle-timeout",
                "holdfast.session.reuse-grace", "holdfast.session.feed-tolerance",
                "holdfast.session.signing-algorithm", "holdfast.session.signing-key-lifetime",
                "holdfast.crypto.keys", "holdfast.trusted-proxies", "https.port", "holdfast.log.console-level",
                "holdfast.tls.keystore-password", "holdfast.db.host", "holdfast.db.port", "otel.sdk.disabled")),
                new TreeSet<>(told.keySet()));
    }

    /**
     * PostgreSQL is more than a trial: every node would make a key of its own. Liberty's own telemetry of the whole server
     * bypasses our redaction.
     */
    @Test
    void startWhenPostgresqlHasNoKeysOrTelemetryHasBegunWithoutRedactionThenItIsRefused() throws Exception {
        Map<String, Set<String>> told = refusals(nothingFits);

        assertTrue(told.get("holdfast.crypto.keys").toString().contains("is not set"), told::toString);
        assertTrue(told.keySet().containsAll(Set.of("holdfast.db.host", "holdfast.db.port", "otel.sdk.disabled")),
                told::toString);
    }

    private static Map<String, String> contradictions() {
        String key = Workplace.newKey();
        Map<String, String> settings = valid();
        settings.put("HOLDFAST_PUBLIC_URL", "http://holdfast.example");
        settings.put("HOLDFAST_SESSION_ACCESS_TOKEN_LIFETIME", "PT2M");
        settings.put("HOLDFAST_SESSION_IDLE_TIMEOUT", "PT2M");
        // One key under two numbers, two keys under one number, a key of zeros, an invalid number, and a key that is too short.
        settings.put("HOLDFAST_CRYPTO_KEYS", "1:" + key + ",2:" + key + ",7:" + Workplace.newKey() + ",7:" + Workplace.newKey()
                + ",8:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,0:" + Workplace.newKey()
                + ",9:" + Workplace.newKey().substring(0, 40));
        settings.put("HOLDFAST_DATA_DIR", "/tmp/data;create=false");
        settings.put("HOLDFAST_GOOGLE_CLIENT_ID", "\"client\"");
        settings.put("HOLDFAST_GOOGLE_CLIENT_SECRET", NO_SECRET + "\nand more");
        settings.put("HOLDFAST_GOOGLE_SCOPES", "openid,email,profile");
        settings.put("HOLDFAST_INSTALLATION_COLOR", "#ffcc00");
        settings.put("HOLDFAST_INSTALLATION_LOGO_FILE", "/nowhere.png");
        settings.put("HOLDFAST_LINKS_PRIVACY", "javascript:alert(1)");
        settings.put("HOLDFAST_AUDIT_DIRECTORY", "relative/audit");
        settings.put("HOLDFAST_DB_KIND", "mysql");
        settings.put("HTTP_PORT", "abc");
        return settings;
    }

    @Test
    void startWhenSettingsContradictOrWereDamagedOnTheirWayThenItIsRefused() throws Exception {
        Map<String, Set<String>> told = refusals(contradicting);

        assertEquals(Set.of("holdfast.session.idle-timeout", "holdfast.crypto.keys", "holdfast.data-dir", "holdfast.db.kind",
                "http.port", "holdfast.google.client-id", "holdfast.google.client-secret", "holdfast.google.scopes",
                "holdfast.installation.color", "holdfast.installation.logo-file", "holdfast.links.privacy",
                "holdfast.audit.directory", "holdfast.public-url"), told.keySet());
        assertTrue(told.get("holdfast.google.scopes").toString().contains("commas"), told::toString);
        assertTrue(told.get("holdfast.google.client-id").toString().contains("quotes"), told::toString);
        assertEquals(5, told.get("holdfast.crypto.keys").size(), told::toString);
    }

    /** A supervisor that restarts servers can tell the two apart: here the settings are right. */
    @Test
    void startWhenTheDatabaseIsNotThereThenTheStatusSaysThatTryingAgainMayHelp() throws Exception {
        assertTrue(withoutDatabase.get().log().contains("HF0112"));
    }

    private static Map<String, String> noDatabase() {
        Map<String, String> settings = valid();
        settings.put("HOLDFAST_CRYPTO_KEYS", "1:" + Workplace.newKey());
        settings.put("HOLDFAST_DB_KIND", "postgresql");
        settings.put("HOLDFAST_DB_HOST", "127.0.0.1");
        settings.put("HOLDFAST_DB_PORT", "1");
        return settings;
    }

    /**
     * The server starts without Google, refuses a foreign document, and recovers by itself; a second server on its data is
     * refused.
     */
    @Test
    void startWhenGoogleIsNotWhatItShouldBeThenOnlySignInFailsAndASecondServerOnTheDataIsRefused() throws Exception {
        HoldfastServer first = amidTrouble.get();
        Browser browser = new Browser(first.origin());
        HttpResponse<String> out = browser.navigate(browser.at("/auth/login"));
        assertEquals(303, out.statusCode());
        assertEquals(first.origin() + "/login?reason=google_unavailable", out.headers().firstValue("Location").orElseThrow());

        Map<String, String> settings = Stage.settingsFor(google);
        settings.put("HOLDFAST_DATA_DIR", first.dataDirectory().toString());
        HoldfastServer second = STARTS.submit(() -> refused(settings, EX_CONFIG)).get();
        assertTrue(second.log().contains("holdfast.data-dir"), "the line names the setting");
        assertTrue(second.log().contains("in use by another server"));

        google.control().reset();
        Eventually.holds(Duration.ofSeconds(15), "sign-in begins", () ->
                browser.navigate(browser.at("/auth/login")).statusCode() == 302);
        assertTrue(first.isReady());
    }

    private static Map<String, String> valid() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("HOLDFAST_GOOGLE_CLIENT_ID", "client");
        settings.put("HOLDFAST_GOOGLE_CLIENT_SECRET", NO_SECRET);
        return settings;
    }

    /** Returns the refused settings, each with its cures; one line for each cure. */
    private static Map<String, Set<String>> refusals(Future<HoldfastServer> refused)
            throws InterruptedException, ExecutionException {
        Map<String, Set<String>> told = new LinkedHashMap<>();
        Matcher fault = FAULT.matcher(refused.get().log());
        while (fault.find()) {
            assertEquals(fault.group(1).replaceAll("[^a-z]", "_").toUpperCase(), fault.group(2));
            assertFalse(fault.group(3).isBlank());
            told.computeIfAbsent(fault.group(1), key -> new TreeSet<>()).add(fault.group(3));
        }
        return told;
    }

    /** Expects the process to end by itself with that status, without printing any secret. */
    private static HoldfastServer refused(Map<String, String> settings, int status) throws InterruptedException {
        HoldfastServer server = HoldfastServer.unhurried(settings).launch();
        try {
            assertEquals(status, server.awaitExit(PATIENCE));
        } finally {
            server.kill();
        }
        assertFalse(server.log().contains(NO_SECRET));
        for (String key : settings.getOrDefault("HOLDFAST_CRYPTO_KEYS", "").split(",?\\d+:")) {
            assertFalse(!key.isEmpty() && server.log().contains(key), "no key is told");
        }
        return server;
    }
}
