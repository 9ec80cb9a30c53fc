package dev.holdfast.custody;

import java.time.Instant;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log lines of custody for operators. */
public final class CustodyLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.custody");

    private CustodyLog() {}

    public static void degraded(UUID accountId, String code) {
        LOG.log(Level.WARNING, "HF0801 The grant of account {0} could not be refreshed: {1}; all sessions go on",
                new Object[] {accountId, code});
    }

    public static void healed(UUID accountId) {
        LOG.log(Level.INFO, "HF0802 The grant of account {0} is refreshed again", accountId);
    }

    public static void lost(UUID accountId, String status, String code) {
        LOG.log(Level.WARNING, "HF0803 Google refused the grant of account {0} for good: {1} ({2}); its sessions end",
                new Object[] {accountId, status, code});
    }

    public static void clientRejected(String code) {
        LOG.log(Level.SEVERE, "HF0804 Google rejects our client ({0}): check holdfast.google.client-id and"
                + " holdfast.google.client-secret against the Cloud console; no token is deleted", code);
    }

    public static void fenced(UUID accountId) {
        LOG.log(Level.INFO, "HF0805 A refresh of the grant of account {0} came too late and was dropped", accountId);
    }

    public static void revocationsNotRead(Throwable failure) {
        LOG.log(Level.WARNING, "HF0807 Parked revocations could not be read: {0}", failure.getClass().getName());
    }

    public static void cannotDecrypt(UUID accountId, int keyNumber) {
        LOG.log(Level.SEVERE, "HF0811 The refresh token of account {0} cannot be decrypted here: it needs key {1}, which is"
                + " not among holdfast.crypto.keys, or it was tampered with. The row stays as it is; the next sign-in"
                + " replaces it", new Object[] {accountId, keyNumber});
    }

    public static void versionsNotRead(Throwable failure) {
        LOG.log(Level.WARNING, "HF0810 What other nodes did to grants could not be read: {0}", failure.getClass().getName());
    }

    public static void revocationGivenUp() {
        LOG.log(Level.WARNING, "HF0808 Google could not be told of a revocation for a day; it is given up. The person can"
                + " remove the app in their Google account");
    }

    public static void revocationDropped() {
        LOG.log(Level.INFO, "HF0809 A parked revocation was dropped: the person has signed in again");
    }

    public static void scopeNotAskable(String scope) {
        LOG.log(Level.SEVERE, "HF0812 The scope {0} is needed and missing, and no person can be asked for it: add it to"
                + " holdfast.google.optional-scopes", scope);
    }

    public static void tokenLimitNear(UUID accountId, int issued, int most) {
        LOG.log(Level.WARNING, "HF0813 Google has issued {1} refresh tokens to account {0} for this client; beyond {2}"
                + " that live it drops the oldest without a word. Find out what takes this person through consent again and"
                + " again, and give other installations a client of their own",
                new Object[] {accountId, issued, most});
    }

    public static void endingSoon(UUID accountId, Instant at) {
        LOG.log(Level.WARNING, "HF0814 The grant of account {0} was given for a limited time and ends at {1}; then that"
                + " person has to sign in again", new Object[] {accountId, at});
    }

    public static void keptAlive(int refreshed, int refused) {
        LOG.log(Level.INFO, "HF0815 Grants unused for long: {0} refreshed so that Google keeps them, {1} refused",
                new Object[] {refreshed, refused});
    }

    public static void careInterrupted(Throwable failure) {
        LOG.log(Level.WARNING, "HF0816 The care of grants was interrupted and goes on later: {0}",
                failure.getClass().getName());
    }

    public static void refreshBroke(UUID accountId, Throwable failure) {
        LOG.log(Level.SEVERE, "HF0806 Refreshing the grant of account " + accountId + " failed unexpectedly: "
                + failure.getClass().getName());
    }
}
