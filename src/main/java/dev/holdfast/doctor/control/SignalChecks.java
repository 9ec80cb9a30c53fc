package dev.holdfast.doctor.control;

import dev.holdfast.doctor.entity.Finding;
import dev.holdfast.google.signal.SignalConfig;
import dev.holdfast.signals.control.SignalInbox;
import dev.holdfast.signals.entity.VerificationSeen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The finding about security signals: whether they are received, and the latest verification event. Makes one query. */
@ApplicationScoped
class SignalChecks {

    @Inject SignalConfig config;
    @Inject SignalInbox inbox;

    Finding signals() {
        return config.isOn() ? finding(inbox.latestVerification())
                : Finding.fine("signals", "off", "Security signals are switched off");
    }

    static Finding finding(Optional<VerificationSeen> verification) {
        if (verification.isEmpty()) {
            return Finding.fine("signals", "not_verified", "Security signals are received; no verification event has come");
        }
        VerificationSeen seen = verification.get();
        String state = seen.state().orElse("-");
        return Finding.fine("signals", "verified", "Security signals are received; the latest verification event came at "
                + seen.at() + " with the state " + state).with("at", seen.at()).with("state", state);
    }
}
