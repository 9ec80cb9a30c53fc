package dev.holdfast.journeys.stage;

import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * A server as an organisation would set it up: behind a proxy that speaks https, for its own people only, with short
 * lifetimes that a test can wait for.
 */
public final class Workplace {

    public static final URI ORIGIN = URI.create("https://holdfast.fernhill.example");
    public static final String COOKIE = "__Host-Http-holdfast";
    public static final String OPTIONAL_SCOPE = "https://www.googleapis.com/auth/drive.file";
    /** Text that would be markup if it were not escaped. */
    public static final String NAME = "Fernhill's \"<i>Files</i>\" & more";

    public static final String LOGO = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    static final Duration ACCESS_LIFETIME = Duration.ofSeconds(2);
    public static final Duration IDLE = Duration.ofSeconds(6);
    public static final Duration ABSOLUTE = Duration.ofSeconds(14);
    public static final Duration GRACE = Duration.ofSeconds(2);

    private static Workplace shared;

    private final StandInGoogle google = StandInGoogle.start();
    private final HoldfastServer holdfast;

    private Workplace() {
        Map<String, String> settings = Stage.settingsFor(google);
        settings.put("HOLDFAST_PUBLIC_URL", ORIGIN.toString());
        settings.put("HOLDFAST_CRYPTO_KEYS", "1:" + newKey());
        settings.put("HOLDFAST_GOOGLE_HOSTED_DOMAINS", "another.example, FernHill.Example");
        settings.put("HOLDFAST_GOOGLE_OPTIONAL_SCOPES", OPTIONAL_SCOPE);
        settings.put("HOLDFAST_GOOGLE_CLIENT_REJECTED_ENDS_SESSIONS", "false");
        settings.put("HOLDFAST_TRUSTED_PROXIES", "10.7.7.7, 127.0.0.0/8, ::1");
        settings.put("HOLDFAST_SESSION_ACCESS_TOKEN_LIFETIME", ACCESS_LIFETIME.toString());
        settings.put("HOLDFAST_SESSION_IDLE_TIMEOUT", IDLE.toString());
        settings.put("HOLDFAST_SESSION_ABSOLUTE_TIMEOUT", ABSOLUTE.toString());
        settings.put("HOLDFAST_SESSION_REUSE_GRACE", GRACE.toString());
        settings.put("HOLDFAST_INSTALLATION_NAME", NAME);
        settings.put("HOLDFAST_INSTALLATION_LOGO_FILE", logo());
        settings.put("HOLDFAST_INSTALLATION_COLOR", "#7B1FA2");
        settings.put("HOLDFAST_LINKS_PRIVACY", "https://fernhill.example/privacy?a=1&b=2");
        settings.put("HOLDFAST_LINKS_SUPPORT", "mailto:help@fernhill.example");
        settings.put("HOLDFAST_HSTS_INCLUDE_SUB_DOMAINS", "true");
        holdfast = HoldfastServer.unpacked(settings).start();
    }

    public static synchronized Workplace shared() {
        if (shared == null) {
            shared = new Workplace();
        }
        shared.google.control().reset();
        shared.google.control().changeSub(People.BRUNO, UUID.randomUUID().toString());
        return shared;
    }

    private static String logo() {
        try {
            return Files.writeString(Files.createTempFile("logo", ".txt"), LOGO).toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String log() {
        return holdfast.log();
    }

    public StandInGoogle google() {
        return google;
    }

    public Browser browser() {
        return new Browser(ORIGIN, holdfast.origin());
    }

    /** Returns the metric of that name, summed over its labels; 0 until the server has begun to count. */
    public double metric(String name) {
        return browser().get("/metrics").body().lines().filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    public static String newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
