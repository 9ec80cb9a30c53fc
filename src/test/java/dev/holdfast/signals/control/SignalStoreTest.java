package dev.holdfast.signals.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.signal.SecurityEvent;
import dev.holdfast.google.signal.SecurityEvents;
import dev.holdfast.google.signal.SignalType;
import dev.holdfast.signals.entity.Signal;
import dev.holdfast.signals.entity.SignalCounts;
import dev.holdfast.signals.entity.SignalEffect;
import dev.holdfast.signals.entity.VerificationSeen;
import dev.holdfast.storage.control.BothDatabases;
import dev.holdfast.storage.control.SmallDatabase.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The inbox of signals, on each database. */
class SignalStoreTest {

    @RegisterExtension
    static final BothDatabases DATABASES = new BothDatabases();

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final SignalStore store = new SignalStore();
    private final UUID account = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource
    void takeWhenLeasedThenNoOtherNodeWorksOnItUntilTheLeaseIsOver(Kind kind) throws Exception {
        Signal signal = arrived(kind);

        assertEquals(List.of(signal.id()), store.due(NOW, 10));
        assertTrue(store.take(signal.id(), NOW, NOW.plusSeconds(15)));
        assertFalse(store.take(signal.id(), NOW.plusSeconds(14), NOW.plusSeconds(29)));
        assertEquals(List.of(), store.due(NOW.plusSeconds(14), 10));
        assertTrue(store.take(signal.id(), NOW.plusSeconds(15), NOW.plusSeconds(30)), "its node has died");
    }

    @ParameterizedTest
    @EnumSource
    void finishWhenDoneThenOnceAndItsKeyIsRemembered(Kind kind) throws Exception {
        Signal signal = arrived(kind);
        assertEquals(new SignalCounts(1, Optional.of(NOW), Optional.of(NOW)), store.counts());

        assertTrue(store.finish(signal.id(), NOW));
        store.note(signal.id(), SignalEffect.SESSIONS_ENDED);

        assertFalse(store.finish(signal.id(), NOW));
        assertFalse(store.take(signal.id(), NOW, NOW.plusSeconds(15)));
        assertEquals(List.of(), store.due(NOW, 10));
        assertEquals(0, store.counts().waiting());
        assertEquals(0, store.removeReceivedBefore(NOW, 10));
        assertEquals(1, store.removeReceivedBefore(NOW.plusSeconds(1), 10));
    }

    @ParameterizedTest
    @EnumSource
    void keyWhenNinetyDaysHavePassedThenItIsForgottenAndNotBefore(Kind kind) throws Exception {
        store.finish(arrived(kind).id(), NOW);
        Instant ninetyDays = NOW.plus(Duration.ofDays(90));

        assertEquals(0, inboxAt(ninetyDays).removeOld(10), "a copy does nothing");
        assertEquals(1, inboxAt(ninetyDays.plusSeconds(1)).removeOld(10));
    }

    @ParameterizedTest
    @EnumSource
    void forgetWhenAnAccountIsErasedThenItsSignalsAreGone(Kind kind) throws Exception {
        Signal signal = arrived(kind);

        store.forget(account);
        store.entityManager.clear();

        assertEquals(Optional.empty(), store.find(signal.id()));
    }

    @ParameterizedTest
    @EnumSource
    void verificationWhenSeveralCameThenTheLatestIsTold(Kind kind) throws Exception {
        open(kind);
        store.insert(Signal.ofVerification(SecurityEvents.verification("first", NOW), NOW));
        store.insert(Signal.ofVerification(SecurityEvents.verification("second", NOW), NOW.plusSeconds(5)));

        assertEquals(Optional.of(new VerificationSeen(NOW.plusSeconds(5), Optional.of("second"))), store.latestVerification());
        assertEquals(List.of(), store.due(NOW.plusSeconds(9), 10), "nothing is to be done");
    }

    private SignalInbox inboxAt(Instant now) {
        SignalInbox inbox = new SignalInbox();
        inbox.store = store;
        inbox.clock = Clock.fixed(now, ZoneOffset.UTC);
        return inbox;
    }

    private Signal arrived(Kind kind) throws Exception {
        open(kind);
        SecurityEvent event = SecurityEvents.about("7", SignalType.SESSIONS_REVOKED, NOW);
        assertFalse(store.isKnown(event.key()));
        Signal signal = new Signal(event, account, List.of(), NOW);
        store.insert(signal);
        assertTrue(store.isKnown(event.key()));
        return signal;
    }

    private void open(Kind kind) throws Exception {
        store.entityManager = DATABASES.begin(kind);
    }
}
