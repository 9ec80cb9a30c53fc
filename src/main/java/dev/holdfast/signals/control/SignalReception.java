package dev.holdfast.signals.control;

import dev.holdfast.account.control.UniqueViolation;
import dev.holdfast.google.signal.SecurityEvent;
import dev.holdfast.google.signal.SecurityEventVerifier;
import dev.holdfast.google.signal.SecurityEventVerifier.Verdict;
import dev.holdfast.google.signal.SetRefusal;
import dev.holdfast.google.signal.SignalType;
import dev.holdfast.signals.entity.SignalReceipt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Receives a security event token: verifies it and, if it is genuine, has it stored. Strangers never reach the database. */
@ApplicationScoped
public class SignalReception {

    @Inject SecurityEventVerifier verifier;
    @Inject SignalInbox inbox;

    /** The outcome of a reception. */
    public sealed interface Outcome {

        /** The token is genuine, and what is to be done about it is committed. */
        record Received(SignalType type, SignalReceipt receipt) implements Outcome {}

        record Refused(SetRefusal refusal) implements Outcome {}

        /** The keys of the transmitter cannot be fetched now. */
        record KeysUnavailable() implements Outcome {}
    }

    /** Fails if the database does: then nothing is stored, and the transmitter is to try again. */
    public Outcome receive(String token) {
        Verdict verdict = verifier.verify(token);
        if (verdict instanceof Verdict.Accepted accepted) {
            return new Outcome.Received(accepted.event().type(), store(accepted.event()));
        }
        if (verdict instanceof Verdict.Refused refused) {
            SignalLog.refused(refused.refusal().code(), refused.check());
            return new Outcome.Refused(refused.refusal());
        }
        SignalLog.keysUnavailable();
        return new Outcome.KeysUnavailable();
    }

    private SignalReceipt store(SecurityEvent event) {
        try {
            return inbox.accept(event);
        } catch (RuntimeException failure) {
            if (UniqueViolation.isCauseOf(failure)) {
                return SignalReceipt.DUPLICATE;
            }
            throw failure;
        }
    }
}
