package dev.holdfast.standin.control;

import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.world.Switch;
import java.util.Locale;
import java.util.function.BiConsumer;

/** A situation that a developer may want to see, described by its effect on people. */
public enum Scenario {
    ACCESS_REMOVED("Remove the application's access",
            "Their next use of Drive signs them out: Google no longer gives access."
                    + " Signing in again shows the consent page.",
            Control::revoke),
    MUST_SIGN_IN_AGAIN("Ask to sign in again (invalid_rapt)",
            "The next refresh signs them out: Google wants to see them again. What they allowed stays.",
            refresh(FaultKind.INVALID_RAPT)),
    BLOCKED_BY_ADMINISTRATOR("Block by the administrator",
            "The next refresh signs them out: their organisation blocks the application.",
            refresh(FaultKind.ADMIN_POLICY_ENFORCED)),
    CLIENT_REJECTED("Reject the application (deleted_client)",
            "The next refresh signs them out through no fault of theirs, and the operator's log raises an alarm.",
            refresh(FaultKind.DELETED_CLIENT)),
    TOKENS_REFUSED_ONCE("Refuse the access tokens handed out so far",
            "Nothing: one refresh, one retry, and the files appear.",
            Control::killAccessTokens),
    REFRESH_TOKENS_LOST("Let the refresh tokens die (consent stays)",
            "The next refresh signs them out. Signing in takes one extra round through the consent page.",
            Control::killRefreshTokens),
    TOKEN_ENDPOINT_DOWN("Token endpoint answers 503",
            "Nothing while the access token lasts; then \"Google is not answering right now\". They stay signed in.",
            fault(StandInArea.TOKEN, FaultKind.JSON_503)),
    TOKEN_ENDPOINT_HANGS("Token endpoint hangs",
            "As above, and other pages stay quick.",
            fault(StandInArea.TOKEN, FaultKind.HANG)),
    DRIVE_SLOW("Drive is slow",
            "The list of files takes three seconds.",
            fault(StandInArea.DRIVE, FaultKind.SLOW)),
    DRIVE_DOWN("Drive answers 503",
            "\"Google is not answering right now\", with a way to try again. They stay signed in.",
            fault(StandInArea.DRIVE, FaultKind.JSON_503)),
    DRIVE_RATE_LIMIT("Drive says too many requests",
            "\"Google asks us to slow down\", with a time to wait.",
            fault(StandInArea.DRIVE, FaultKind.USER_RATE_LIMIT_EXCEEDED)),
    DRIVE_NOT_ENABLED("Drive API is not switched on for the project",
            "Holdfast is not set up completely; the check-up of an administrator names the cure.",
            fault(StandInArea.DRIVE, FaultKind.ACCESS_NOT_CONFIGURED)),
    DRIVE_NOT_ALLOWED("Drive access is missing from the grant",
            "A question whether to allow Drive, with a link that asks Google for it.",
            fault(StandInArea.DRIVE, FaultKind.INSUFFICIENT_PERMISSIONS)),
    DOWNLOAD_BREAKS("Downloads break off midway",
            "A download that fails, never a file that looks complete.",
            fault(StandInArea.DRIVE_CONTENT, FaultKind.DROP_MIDWAY)),
    MODEL_HANGS("Gemini does not answer",
            "A question about a file waits and ends in a failure after a minute; files appear as before.",
            fault(StandInArea.GEMINI, FaultKind.HANG)),
    MODEL_BLOCKS("Gemini refuses the question",
            "A question about a file ends without an answer: Google's filters refused it.",
            (control, person) -> control.set(Switch.GEMINI_ANSWER, person, "blocked")),
    MODEL_RATE_LIMIT("Gemini's quota is used up",
            "A question about a file is refused, with a time to wait.",
            fault(StandInArea.GEMINI, FaultKind.MODEL_QUOTA)),
    SIGNED_OUT_AT_GOOGLE("Signal: signed out everywhere",
            "Within a second they are signed out: Google signed them out. What they allowed stays.",
            signal("sessions-revoked", "")),
    ACCESS_REMOVED_AND_TOLD("Signal: access removed",
            "Google removes the access and says so: within a second they are signed out, without their doing anything.",
            (control, person) -> {
                control.revoke(person);
                control.signal(person, "tokens-revoked", "");
            }),
    ACCOUNT_HIJACKED("Signal: Google account was hijacked",
            "Within a second they are signed out everywhere, and cannot sign in until the next button or an administrator"
                    + " says so.",
            signal("account-disabled", "hijacking")),
    ACCOUNT_SAFE_AGAIN("Signal: Google account is safe again",
            "They can sign in again.",
            signal("account-enabled", "")),
    EVERYTHING_DOWN("All of Google is unreachable",
            "Who signs in sees an error page of the browser in Google's place; people who are signed in stay signed in.",
            fault(StandInArea.EVERYTHING, FaultKind.DROP));

    private final String title;
    private final String seen;
    private final BiConsumer<Control, String> action;

    Scenario(String title, String seen, BiConsumer<Control, String> action) {
        this.title = title;
        this.seen = seen;
        this.action = action;
    }

    public String title() {
        return title;
    }

    /** Tells whether people see it only at the next refresh of their access token at Google. */
    boolean waitsForRefresh() {
        return switch (this) {
            case MUST_SIGN_IN_AGAIN, BLOCKED_BY_ADMINISTRATOR, CLIENT_REJECTED, REFRESH_TOKENS_LOST, TOKEN_ENDPOINT_DOWN,
                    TOKEN_ENDPOINT_HANGS -> true;
            default -> false;
        };
    }

    /** Returns what people will see. */
    public String seen() {
        return seen;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Scenario of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    void play(Control control, String person) {
        action.accept(control, person);
    }

    private static BiConsumer<Control, String> signal(String event, String reason) {
        return (control, person) -> control.signal(person, event, reason);
    }

    private static BiConsumer<Control, String> refresh(FaultKind kind) {
        return fault(StandInArea.REFRESH, kind);
    }

    private static BiConsumer<Control, String> fault(StandInArea area, FaultKind kind) {
        return (control, person) -> control.fault(area, kind, person, Control.ALWAYS);
    }
}
