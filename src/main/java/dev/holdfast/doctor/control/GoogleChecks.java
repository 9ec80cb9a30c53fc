package dev.holdfast.doctor.control;

import dev.holdfast.doctor.entity.ClockDifference;
import dev.holdfast.doctor.entity.Finding;
import dev.holdfast.doctor.entity.Verdict;
import dev.holdfast.google.control.GoogleCheckup;
import dev.holdfast.google.control.GoogleCheckup.Acceptance;
import dev.holdfast.google.control.GoogleCheckup.Document;
import dev.holdfast.google.control.GoogleCheckup.DocumentSeen;
import dev.holdfast.google.control.GoogleCheckup.WayOut;
import dev.holdfast.google.control.GoogleConfig;
import dev.holdfast.settings.entity.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What only Google can tell: three calls, made when somebody wants to know. */
@ApplicationScoped
class GoogleChecks {

    private static final Pattern PROJECT = Pattern.compile("^([0-9]{6,20})-");
    private static final String DRIVE_CONSOLE = "https://console.cloud.google.com/apis/library/drive.googleapis.com";

    @Inject GoogleCheckup google;
    @Inject GoogleConfig config;
    @Inject PublicUrl publicUrl;

    List<Finding> all() {
        DocumentSeen document = google.discovery();
        // Whoever does not even tell where its endpoints are is not asked there.
        boolean reached = document.document() != Document.UNREACHABLE;
        return List.of(wayOut(), discovery(document), clock(document.clockAhead()),
                client(reached ? google.client() : Acceptance.UNKNOWN),
                redirectUri(reached ? google.redirectUri() : Acceptance.UNKNOWN));
    }

    /** From what calls of people have met: without a person's token Drive does not tell. */
    Finding driveApi() {
        return google.sinceDriveWasNotEnabled()
                .map(since -> Finding.trouble("drive_api", "Google last refused a call " + since.toMinutes()
                        + " min ago because the API is not switched on in this client's project",
                        "Enable it at " + driveConsole(config.clientId()) + "; it takes effect within minutes"))
                .orElseGet(() -> Finding.fine("drive_api", "No call was refused because the Google Drive API is not switched on"));
    }

    /** A client id of Google's begins with the number of its project. */
    static String driveConsole(String clientId) {
        Matcher project = PROJECT.matcher(clientId);
        return DRIVE_CONSOLE + (project.find() ? "?project=" + project.group(1) : "");
    }

    private Finding wayOut() {
        WayOut way = google.wayOut();
        String detail = way.proxy().map(proxy -> "Calls to Google go through the proxy " + proxy + (way.isSetHere()
                ? " (holdfast.google.proxy, " + (way.hasCredentials() ? "with" : "without") + " credentials)"
                : " (from the JVM's properties)")).orElse("Calls to Google go directly, through no proxy");
        return Finding.fine("proxy", detail);
    }

    private Finding discovery(DocumentSeen seen) {
        if (seen.document() == Document.USABLE) {
            return Finding.fine("discovery", config.issuer() + ": discovery document loaded");
        }
        return seen.document() == Document.UNREACHABLE
                ? Finding.trouble("discovery", config.issuer() + " cannot be reached: " + seen.detail(),
                        seen.detail().startsWith("proxy_")
                                ? "Check holdfast.google.proxy, its credentials file and what the proxy allows"
                                : "Check DNS, proxy and firewall on the way to Google")
                : Finding.trouble("discovery", config.issuer() + " answers with no document of its own: " + seen.detail(),
                        "Check holdfast.google.issuer, and what answers in its place");
    }

    private static Finding clock(Optional<Duration> ahead) {
        if (ahead.isEmpty()) {
            return Finding.unknown("google_clock", "Google's answer did not contain the time", "Try again");
        }
        ClockDifference difference = new ClockDifference(ahead.get());
        String detail = "Google's clock is " + difference.inSeconds() + " this server's";
        return difference.verdict() == Verdict.FINE
                ? Finding.fine("google_clock", detail)
                : new Finding("google_clock", difference.verdict(), detail, "Set this server's clock by NTP");
    }

    private static Finding client(Acceptance acceptance) {
        return switch (acceptance) {
            case ACCEPTED -> Finding.fine("client", "Google accepts client id and secret");
            case REJECTED -> Finding.trouble("client", "Google rejects client id or secret",
                    "Compare holdfast.google.client-id and -secret with the OAuth client in the Google Cloud console");
            case UNKNOWN -> Finding.unknown("client", "Google's token endpoint gave no usable answer", "Try again");
        };
    }

    private Finding redirectUri(Acceptance acceptance) {
        String uri = publicUrl.resolve("/auth/callback").toString();
        return switch (acceptance) {
            case ACCEPTED -> Finding.fine("redirect_uri", "Google's sign-in page accepts " + uri);
            case REJECTED -> Finding.trouble("redirect_uri", "Google's sign-in page refuses what " + uri + " is part of",
                    "Add it, letter for letter, to the client's authorized redirect URIs, or correct holdfast.public-url;"
                    + " else check the client id");
            case UNKNOWN -> Finding.unknown("redirect_uri", "Google's sign-in page gave no usable answer; it has to know " + uri,
                    "Try again");
        };
    }
}
