package dev.holdfast.bench;

import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.people.People;
import dev.holdfast.storage.control.SmallPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One server on PostgreSQL with the heap it ships with, on the newest JDK there is, and many sessions. */
final class BenchStage implements AutoCloseable {

    private static final Path NEWEST = Path.of(System.getProperty("bench.java", "/usr/lib/jvm/temurin-25-jdk-amd64"));

    static final String KEYS = "1:b9ZfWn8GXGHAQqoUoFOCtza7dW6x7QU3ghI/lfcNO3M=";

    final StandInGoogle google = StandInGoogle.start();
    final EmbeddedPostgres postgres;
    final HoldfastServer server;

    BenchStage() throws IOException {
        this(Map.of());
    }

    /** Starts one with other APIs of Google as well, and with more settings. */
    static BenchStage withApis(Map<String, String> more) throws IOException {
        return new BenchStage(more);
    }

    private BenchStage(Map<String, String> more) throws IOException {
        postgres = SmallPostgres.durable().start();
        Map<String, String> settings = more.isEmpty() ? Stage.settingsFor(google) : Stage.settingsWithApis(google);
        settings.put("HOLDFAST_CRYPTO_KEYS", KEYS);
        settings.put("HOLDFAST_DB_KIND", "postgresql");
        settings.put("HOLDFAST_DB_HOST", "localhost");
        settings.put("HOLDFAST_DB_PORT", Integer.toString(postgres.getPort()));
        settings.put("HOLDFAST_DB_NAME", "postgres");
        settings.put("HOLDFAST_DB_USER", "postgres");
        settings.put("HOLDFAST_DB_PASSWORD", "postgres");
        settings.put("HOLDFAST_SESSION_MOST_PER_ACCOUNT", "1000");
        settings.putAll(javaSettings());
        settings.putAll(more);
        server = HoldfastServer.unpacked(settings).start();
        System.out.println("server on " + javaHome());
    }

    /** The settings that all servers of one run share. */
    static Map<String, String> javaSettings() {
        return Map.of("JAVA_HOME", javaHome().toString(),
                "JVM_ARGS", "-Xms64m -Xmx512m " + System.getProperty("bench.jvm", ""));
    }

    static Path javaHome() {
        return Files.isDirectory(NEWEST) ? NEWEST : Path.of(System.getProperty("java.home"));
    }

    /** Returns this number of browsers, each with a session of its own. */
    List<Browser> signedIn(int sessions) {
        List<Browser> browsers = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            Browser browser = new Browser(server.origin());
            browser.signIn(People.ADA);
            if (browser.accessToken() == null) {
                throw new IllegalStateException("sign-in " + i + " failed");
            }
            browsers.add(browser);
        }
        return browsers;
    }

    @Override
    public void close() throws IOException {
        server.close();
        postgres.close();
        google.close();
    }
}
