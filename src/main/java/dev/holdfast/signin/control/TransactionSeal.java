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
 * Encrypts sign-in transactions for their cookies. Each is bound to its flow, which is the hash of its state, and the
 * callback finds it by that hash. A value encrypted for one flow cannot be decrypted for another.
 */
@ApplicationScoped
public class TransactionSeal {

    /**
     * The most characters of an encrypted transaction: with its name and attributes, the cookie stays under two
     * kilobytes.
     */
    static final int MOST = 1850;

    private static final int FLOW_LENGTH = 22;

    private Envelope envelope;

    protected TransactionSeal() {}

    @Inject
    public TransactionSeal(Envelope envelope) {
        this.envelope = envelope;
    }

    /** Returns 132 bits of the state's hash: enough to find the cookie, useless for making a state. */
    public String flowOf(Secret state) {
        return Hashes.sha256UrlSafe(state.reveal()).substring(0, FLOW_LENGTH);
    }

    /** Encrypts a transaction. A return path that does not fit is dropped; all the rest always fits. */
    public String seal(SignInTransaction transaction) {
        String sealed = encrypt(transaction);
        return sealed.length() <= MOST ? sealed : encrypt(transaction.goingHome());
    }

    /** Decrypts a transaction; empty if it was not encrypted by this application for this flow. */
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
