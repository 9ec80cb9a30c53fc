package dev.holdfast.signin.control;

import dev.holdfast.crypto.control.Envelope;
import dev.holdfast.crypto.control.Hashes;
import dev.holdfast.crypto.entity.AssociatedData;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.signin.entity.SignInTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Optional;

/**
 * Encrypts sign-in transactions for the journey in a cookie, each bound to its flow: the hash of its state, by which the
 * callback finds it. What was sealed for one flow opens for no other.
 */
@ApplicationScoped
public class TransactionSeal {

    /** With its name and attributes, a cookie of this size stays under two kilobytes. */
    static final int MOST = 1850;

    private static final int FLOW_LENGTH = 22;

    private Envelope envelope;

    protected TransactionSeal() {}

    @Inject
    public TransactionSeal(Envelope envelope) {
        this.envelope = envelope;
    }

    /** 132 bits of the state's hash: enough to find the cookie, useless for making one. */
    public String flowOf(Secret state) {
        return Hashes.sha256UrlSafe(state.reveal()).substring(0, FLOW_LENGTH);
    }

    /** A return path that does not fit is forgotten; the sign-in itself always fits. */
    public String seal(SignInTransaction transaction) {
        String sealed = encrypt(transaction);
        return sealed.length() <= MOST ? sealed : encrypt(transaction.goingHome());
    }

    /** Empty if it was not sealed by us for this flow. */
    public Optional<SignInTransaction> open(String sealed, String flow) {
        try {
            return envelope.decrypt(Base64.getUrlDecoder().decode(sealed), boundTo(flow))
                    .flatMap(SignInTransaction::read)
                    .filter(transaction -> flowOf(transaction.protection().state()).equals(flow));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private String encrypt(SignInTransaction transaction) {
        AssociatedData flow = boundTo(flowOf(transaction.protection().state()));
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(envelope.encrypt(transaction.written(), flow));
    }

    private static AssociatedData boundTo(String flow) {
        return AssociatedData.of("signin-transaction", flow);
    }
}
