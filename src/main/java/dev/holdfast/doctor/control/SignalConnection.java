package dev.holdfast.doctor.control;

import dev.holdfast.doctor.entity.Finding;
import dev.holdfast.doctor.entity.SignalSetup;
import dev.holdfast.google.TimeBudget;
import dev.holdfast.google.signal.SignalConfig;
import dev.holdfast.google.stream.ServiceAccount;
import dev.holdfast.google.stream.ServiceAccount.Reading;
import dev.holdfast.google.stream.StreamApi;
import dev.holdfast.google.stream.StreamConfig;
import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.signals.control.SignalInbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Connects the stream of Google's security signals to this installation. The key of the service account is read for one
 * attempt and forgotten with it.
 */
@ApplicationScoped
public class SignalConnection {

    @Inject SignalConfig signals;
    @Inject StreamConfig config;
    @Inject StreamApi stream;
    @Inject SignalInbox inbox;
    @Inject PublicUrl publicUrl;
    @Inject Clock clock;
    Duration patience = TimeBudget.CONNECTION;

    /** Returns what is set up here, by one query and without a call to Google. */
    public SignalSetup setup() {
        return new SignalSetup(signals.isOn(), config.serviceAccountFile().isPresent(), address().toString(),
                signals.isOn() ? inbox.latestVerification().map(seen -> new SignalSetup.Verification(seen.at(), seen.state()))
                        : Optional.empty());
    }

    /**
     * Makes or repairs the stream and asks for a verification event, with at most five calls to Google, which all have to end
     * before one deadline. A stream that delivers elsewhere is only shown.
     *
     * @param replacing the address, as it was shown, from which the stream may be taken away
     */
    public Finding connect(Optional<String> replacing) {
        Optional<Path> file = config.serviceAccountFile();
        if (!signals.isOn()) {
            return StreamFindings.off();
        }
        if (file.isEmpty()) {
            return StreamFindings.noFile();
        }
        Reading key = ServiceAccount.read(file.get(), clock.instant());
        if (key instanceof Reading.Usable usable) {
            return new ConnectionAttempt(stream.callsOf(usable.account(), patience), address().toString(), replacing).make();
        }
        return key instanceof Reading.Unreadable ? StreamFindings.unreadable() : StreamFindings.noKey();
    }

    private URI address() {
        return publicUrl.resolve("/signals/google");
    }
}
