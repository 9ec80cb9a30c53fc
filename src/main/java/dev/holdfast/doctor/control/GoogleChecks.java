package dev.holdfast.doctor.control;

import dev.holdfast.doctor.entity.ClockDifference;
import dev.holdfast.doctor.entity.Finding;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.checkup.GoogleCheckup;
import dev.holdfast.google.checkup.GoogleCheckup.Acceptance;
import dev.holdfast.google.checkup.GoogleCheckup.Document;
import dev.holdfast.google.checkup.GoogleCheckup.DocumentSeen;
import dev.holdfast.google.checkup.GoogleCheckup.WayOut;
import dev.holdfast.settings.entity.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Findings that only Google can supply, by three calls. They are made only for an administrator's check-up. */
@ApplicationScoped
class GoogleChecks {

    @Inject GoogleCheckup google;
    @Inject GoogleConfig config;
    @Inject PublicUrl publicUrl;

    List<Finding> all() {
        DocumentSeen document = google.discovery();
        // If the discovery document cannot be reached, the other two calls are skipped.
        boolean reached = document.document() != Document.UNREACHABLE;
        return List.of(wayOut(), discovery(document), clock(document.clockAhead()),
                client(reached ? google.client() : Acceptance.UNKNOWN),
                redirectUri(reached ? google.redirectUri() : Acceptance.UNKNOWN));
    }

    private Finding wayOut() {
        WayOut way = google.wayOut();
        String detail = way.proxy().map(proxy -> "Calls to Google go through the proxy " + proxy + (way.isSetHere()
                ? " (holdfast.google.proxy, " + (way.hasCredentials() ? "with" : "without") + " credentials)"
                : " (from the JVM's properties)")).orElse("Calls to Google go directly, through no proxy");
        String outcome = way.proxy().isEmpty() ? "direct"
                : !way.isSetHere() ? "jvm" : way.hasCredentials() ? "set_with_credentials" : "set";
        return Finding.fine("proxy", outcome, detail).with("proxy", way.proxy().orElse(""));
    }

    private Finding discovery(DocumentSeen seen) {
        return documentSeen(seen).with("issuer", config.issuer()).with("seen", seen.detail());
    }

    private Finding documentSeen(DocumentSeen seen) {
        if (seen.document() == Document.USABLE) {
            return Finding.fine("discovery", "loaded", config.issuer() + ": discovery document loaded");
        }
        if (seen.document() == Document.UNREACHABLE) {
            String detail = config.issuer() + " cannot be reached: " + seen.detail();
            return seen.detail().startsWith("proxy_")
                    ? Finding.trouble("discovery", "stopped_by_proxy", detail,
                            "Check holdfast.google.proxy, its credentials file and what the proxy allows")
                    : Finding.trouble("discovery", "unreachable", detail, "Check DNS, proxy and firewall on the way to Google");
        }
        return Finding.trouble("discovery", "unusable",
                config.issuer() + " answers with no document of its own: " + seen.detail(),
                "Check holdfast.google.issuer, and what answers in its place");
    }

    private static Finding clock(Optional<Duration> ahead) {
        if (ahead.isEmpty()) {
            return Finding.unknown("google_clock", "Google's answer did not contain the time", "Try again");
        }
        ClockDifference difference = new ClockDifference(ahead.get());
        String detail = "Google's clock is " + difference.inSeconds() + " this server's";
        return difference.finding("google_clock", detail, "Set this server's clock by NTP")
                .with("seconds", difference.ahead().abs().toSeconds());
    }

    private static Finding client(Acceptance acceptance) {
        return switch (acceptance) {
            case ACCEPTED -> Finding.fine("client", "accepted", "Google accepts client id and secret");
            case REJECTED -> Finding.trouble("client", "rejected", "Google rejects client id or secret",
                    "Compare holdfast.google.client-id and -secret with the OAuth client in the Google Cloud console");
            case UNKNOWN -> Finding.unknown("client", "Google's token endpoint gave no usable answer", "Try again");
        };
    }

    private Finding redirectUri(Acceptance acceptance) {
        String uri = publicUrl.resolve("/auth/callback").toString();
        Finding finding = switch (acceptance) {
            case ACCEPTED -> Finding.fine("redirect_uri", "accepted", "Google's sign-in page accepts " + uri);
            case REJECTED -> Finding.trouble("redirect_uri", "rejected",
                    "Google's sign-in page refuses what " + uri + " is part of",
                    "Add it, letter for letter, to the client's authorized redirect URIs, or correct holdfast.public-url;"
                    + " else check the client id");
            case UNKNOWN -> Finding.unknown("redirect_uri", "Google's sign-in page gave no usable answer; it has to know " + uri,
                    "Try again");
        };
        return finding.with("uri", uri);
    }
}
