package dev.holdfast.doctor.control;

import dev.holdfast.doctor.entity.Finding;
import dev.holdfast.google.stream.StreamRefusal;
import dev.holdfast.google.stream.StreamSetup;

/** The findings of an attempt to connect the stream of security signals. Google's texts are told in words of Holdfast. */
final class StreamFindings {

    private static final String RISC_API = "https://console.cloud.google.com/apis/library/risc.googleapis.com";
    private static final String REPORT = "Report this: Google's API and this version of Holdfast do not fit together";

    private StreamFindings() {}

    static Finding off() {
        return Finding.trouble("signal_stream", "off", "Security signals are switched off, so Google could not deliver any",
                "Set holdfast.google.signals=on on all servers and restart them");
    }

    static Finding noFile() {
        return Finding.trouble("signal_stream", "no_file", "No file with a service account's key is set",
                "Set holdfast.google.service-account-file and restart this server");
    }

    static Finding unreadable() {
        return Finding.trouble("signal_stream", "unreadable",
                "This server cannot read the file that holdfast.google.service-account-file names",
                "Put the key there, readable for the user that this server runs as");
    }

    static Finding noKey() {
        return Finding.trouble("signal_stream", "no_key",
                "The file that holdfast.google.service-account-file names holds no key of a service account",
                "Make a key of the type JSON for the service account, and put the downloaded file there unchanged");
    }

    static Finding made(String address, String state) {
        return verifying(Finding.fine("signal_stream", "made", "Google now sends security signals to " + address), address,
                state);
    }

    static Finding repaired(String address, String state) {
        return verifying(Finding.fine("signal_stream", "repaired", "The stream was repaired: Google sends security signals to "
                + address), address, state);
    }

    static Finding inPlace(String address, String state) {
        return verifying(Finding.fine("signal_stream", "in_place", "Google sends security signals to " + address
                + ", as it did before"), address, state);
    }

    static Finding takenOver(String address, String state) {
        return verifying(Finding.fine("signal_stream", "taken_over", "Google now sends security signals to " + address
                + " instead of the other installation"), address, state);
    }

    private static Finding verifying(Finding finding, String address, String state) {
        return finding.with("url", address).with("state", state);
    }

    static Finding foreign(StreamSetup setup, boolean enabled, String address) {
        return Finding.warning("signal_stream", "foreign", "This Google Cloud project sends its security signals to "
                        + setup.shownUrl() + (enabled ? "" : ", and the stream is disabled") + "; nothing was changed",
                "A project has one stream: give each installation a project of its own, or replace the other address if nothing"
                + " needs it any more")
                .with("found", setup.shownUrl()).with("enabled", enabled).with("events", setup.events().size())
                .with("url", address);
    }

    static Finding unreachable(String code, String stage) {
        return Finding.unknown("signal_stream", "Google gave no usable answer (" + code + ")", "Try again later")
                .with("code", code).with("stage", stage);
    }

    static Finding refused(StreamRefusal refusal, String stage, String address) {
        return Finding.trouble("signal_stream", refusal.code(), detail(refusal, address), cure(refusal)).with("stage", stage)
                .with("url", address);
    }

    private static String detail(StreamRefusal refusal, String address) {
        return switch (refusal) {
            case INCOMPLETE, BAD_REQUEST, STATUS_INVALID, OTHER -> "Google does not understand the request";
            case UNAUTHORIZED -> "Google does not accept the service account's key";
            case NOT_HTTPS -> "Google delivers to https addresses only, not to " + address;
            case MANAGED_ELSEWHERE -> "Firebase manages the security signals of this Google Cloud project";
            case PROJECT_UNKNOWN -> "Google does not find the service account's project";
            case PERMISSION_MISSING -> "The service account may not configure security signals";
            case NO_SERVICE_ACCOUNT -> "Google takes this from a service account only";
            case DOMAIN_NOT_AUTHORIZED -> "The domain of " + address + " is not among the authorised domains of the project";
            case NO_OAUTH_CLIENT -> "The service account's project has no OAuth client";
            case API_NOT_ENABLED -> "The RISC API is not enabled in the service account's project";
            case FORBIDDEN -> "Google refuses this, for a reason that Holdfast does not know";
            case NOT_FOUND -> "Google no longer finds the stream";
            case LIMITED -> "Google was asked too often";
        };
    }

    private static String cure(StreamRefusal refusal) {
        return switch (refusal) {
            case INCOMPLETE, BAD_REQUEST, STATUS_INVALID, OTHER -> REPORT;
            case UNAUTHORIZED -> "See in the Google Cloud console whether the key still exists and is enabled, and set this"
                    + " server's clock by NTP; otherwise make a new key";
            case NOT_HTTPS -> "Signals need a public https address: set holdfast.public-url to it";
            case MANAGED_ELSEWHERE -> "Give Holdfast a project of its own. If Firebase signs in no person with Google, switch"
                    + " Google sign-in off there instead, and connect again an hour later";
            case PROJECT_UNKNOWN, NO_OAUTH_CLIENT, NO_SERVICE_ACCOUNT -> "Make the service account in the project of the OAuth"
                    + " client, and use its key";
            case PERMISSION_MISSING -> "Give the service account the role RISC Configuration Admin (roles/riscconfigs.admin) at"
                    + " IAM in the Google Cloud console";
            case DOMAIN_NOT_AUTHORIZED -> "Add the domain to the authorised domains of the consent screen (Branding)";
            case API_NOT_ENABLED -> "Enable it and accept its terms at " + RISC_API + "; it takes effect within minutes";
            case FORBIDDEN -> "Go through \"Connect Google's signals\" in docs/operate/google.md step by step";
            case NOT_FOUND -> "Connect again";
            case LIMITED -> "Connect again in some minutes";
        };
    }
}
