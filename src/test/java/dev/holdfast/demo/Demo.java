package dev.holdfast.demo;

import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts the stand-in for Google and the runnable jar, prints their addresses, and stops both with Ctrl-C. Each start begins
 * with an empty data directory, because the stand-in forgets everybody as well.
 */
public final class Demo {

    private static final String HTTP_PORT = System.getProperty("demo.port", "9080");
    private static final Path HOME = Path.of("target/demo").toAbsolutePath();

    private Demo() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        clear(HOME);
        try (StandInGoogle google = StandIn.start("127.0.0.1", StandIn.PORT)) {
            Process holdfast = start(google);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(holdfast)));
            if (awaitReady(holdfast)) {
                System.out.printf("%n  Holdfast:             %s%n"
                        + "  Google (a stand-in):  %s/control   revoke, break and slow it here%n"
                        + "  Administrator:        %s%n"
                        + "  Stop with Ctrl-C.%n%n", StandIn.APPLICATION_URL, google.origin(), People.BRUNO);
            }
            holdfast.waitFor();
        }
    }

    private static Process start(StandInGoogle google) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-jar", Path.of("target/holdfast.jar").toAbsolutePath().toString())
                .inheritIO();
        builder.environment().putAll(Map.of(
                "HTTP_PORT", HTTP_PORT,
                "HTTPS_PORT", "-1",
                "HOLDFAST_PUBLIC_URL", StandIn.APPLICATION_URL,
                "HOLDFAST_DATA_DIR", HOME.resolve("data").toString(),
                "WLP_JAR_EXTRACT_DIR", Path.of("target/unpacked").toAbsolutePath().toString(),
                "HOLDFAST_ADMIN_EMAILS", People.BRUNO,
                "HOLDFAST_GOOGLE_CLIENT_ID", google.clientId(),
                "HOLDFAST_GOOGLE_CLIENT_SECRET", google.clientSecret(),
                "HOLDFAST_GOOGLE_ISSUER", google.origin().toString(),
                "HOLDFAST_GOOGLE_API_ROOT", google.origin().toString()));
        builder.environment().put("HOLDFAST_UI_WATCH_REFRESHES", "true");
        builder.environment().put("HOLDFAST_GOOGLE_SIGNALS", "on");
        builder.environment().putAll(calendarToRead(google));
        builder.environment().putAll(questionsAboutFiles(google));
        return builder.start();
    }

    /** The gateway opens Calendar for reading, to people who allow it when they are asked. */
    private static Map<String, String> calendarToRead(StandInGoogle google) {
        return Map.of(
                "HOLDFAST_GOOGLE_OPTIONAL_SCOPES", StandInScopes.CALENDAR_READONLY + " " + StandInScopes.GEMINI,
                "HOLDFAST_GATEWAY_CALENDAR_ROOT", google.origin() + "/calendar/v3",
                "HOLDFAST_GATEWAY_CALENDAR_ALLOW", "GET /users/me/calendarList " + StandInScopes.CALENDAR_READONLY
                        + ", GET /calendars/*/events " + StandInScopes.CALENDAR_READONLY);
    }

    /** People may ask about their files, with their own access, once they allow it. */
    private static Map<String, String> questionsAboutFiles(StandInGoogle google) {
        return Map.of(
                "HOLDFAST_GEMINI_ACCESS", "user",
                "HOLDFAST_GEMINI_MODEL", "gemini-standin",
                "HOLDFAST_GEMINI_ROOT", google.origin() + "/v1");
    }

    private static boolean awaitReady(Process holdfast) throws InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + HTTP_PORT + "/health/ready")).build();
        while (holdfast.isAlive()) {
            try {
                if (HttpClient.newHttpClient().send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return true;
                }
            } catch (IOException notYet) {
                // Not ready yet: try again.
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
        return false;
    }

    private static void stop(Process holdfast) {
        holdfast.destroy();
        try {
            holdfast.waitFor(40, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void clear(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(Demo::delete);
            }
        }
        Files.createDirectories(directory);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
