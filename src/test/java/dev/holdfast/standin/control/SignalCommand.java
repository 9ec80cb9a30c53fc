package dev.holdfast.standin.control;

import dev.holdfast.standin.signal.SetDraft;
import dev.holdfast.standin.signal.SetForgery;
import java.time.Duration;

/**
 * The command {@code signals}: {@code event}, {@code person} or, for {@code token-revoked}, {@code token} ({@code hash} or
 * {@code prefix}: the one that this person was given last); {@code reason}, {@code state}; {@code earlier} and {@code delay} in
 * seconds, {@code copies}, {@code forgery}, and {@code url} if the receiver is not at the application.
 */
final class SignalCommand {

    private SignalCommand() {}

    static void send(ControlFields fields, Control control) {
        SetDraft draft = draft(fields, control).earlier(Duration.ofSeconds(fields.number("earlier", 0)));
        for (String member : new String[] {"reason", "state"}) {
            draft = fields.get(member) == null ? draft : draft.with(member, fields.get(member));
        }
        SetForgery forgery = fields.get("forgery") == null ? SetForgery.NONE : SetForgery.of(fields.get("forgery"));
        control.signal(draft, forgery, fields.get("url"), Duration.ofSeconds(fields.number("delay", 0)),
                (int) fields.number("copies", 1));
    }

    private static SetDraft draft(ControlFields fields, Control control) {
        String event = fields.required("event");
        if (event.equals("verification")) {
            return control.signals().verification(fields.get("state") == null ? "" : fields.get("state"));
        }
        return fields.get("token") == null ? control.signals().about(fields.required("person"), event)
                : control.signals().aboutLatestToken(fields.required("person"), fields.get("token"));
    }
}
