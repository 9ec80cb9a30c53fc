package dev.holdfast.signals.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.google.signal.SecurityEvent;
import dev.holdfast.google.signal.SecurityEventVerifier;
import dev.holdfast.google.signal.SignalConfig;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.signals.control.SignalReception.Outcome;
import dev.holdfast.signals.entity.SignalReceipt;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.signal.SetForgery;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A signal counts as received only once the inbox has committed it; nothing else reaches the inbox. */
class SignalReceptionTest {

    private final StandInGoogle google = StandInGoogle.start();
    private final SignalReception reception = new SignalReception();
    private GoogleHttp http;
    private RuntimeException failure;
    private int inInbox;

    @BeforeEach
    void start() {
        Settings settings = SettingsOf.google(google.origin().toString(), Map.of("holdfast.google.client-id", google.clientId(),
                "holdfast.google.timeout", "PT5S", "holdfast.google.signals", "on"));
        GoogleConfig config = new GoogleConfig(settings);
        http = new GoogleHttp(config);
        reception.verifier = new SecurityEventVerifier(config, new SignalConfig(settings, config), http, Clock.systemUTC());
        reception.inbox = new SignalInbox() {
            @Override
            public SignalReceipt accept(SecurityEvent event) {
                if (failure != null) {
                    throw failure;
                }
                inInbox++;
                return SignalReceipt.ACCEPTED;
            }
        };
    }

    @AfterEach
    void stop() {
        http.close();
        google.close();
    }

    @Test
    void receiveWhenTheInboxFailsThenTheSignalDoesNotCountAsReceived() {
        failure = new PersistenceException("the database is away");

        assertThrows(PersistenceException.class, () -> receive(SetForgery.NONE));
        failure = null;
        Outcome.Received received = assertInstanceOf(Outcome.Received.class, receive(SetForgery.NONE));
        assertEquals(SignalReceipt.ACCEPTED, received.receipt());
        assertEquals(1, inInbox, "before the outcome is told");
    }

    @Test
    void receiveWhenACopyWasFasterThenItCountsAsADuplicate() {
        failure = new PersistenceException(new SQLException("there is one", "23505"));

        assertEquals(SignalReceipt.DUPLICATE, assertInstanceOf(Outcome.Received.class, receive(SetForgery.NONE)).receipt());
    }

    @Test
    void receiveWhenForgedOrNotVerifiableThenTheInboxIsNotAsked() {
        assertInstanceOf(Outcome.Refused.class, receive(SetForgery.OTHER_KEY));
        assertInstanceOf(Outcome.Refused.class, receive(SetForgery.FOREIGN_AUDIENCE));
        google.control().fault(StandInArea.CERTS, FaultKind.JSON_503);
        google.control().rotateKeys();
        assertInstanceOf(Outcome.Refused.class, receive(SetForgery.NONE), "an unknown key, asked for a moment ago");
        assertEquals(0, inInbox);
    }

    private Outcome receive(SetForgery forgery) {
        return reception.receive(google.signals().token(google.signals().about(People.ADA, "sessions-revoked"), forgery));
    }
}
