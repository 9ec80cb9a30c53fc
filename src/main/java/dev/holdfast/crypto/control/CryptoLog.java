package dev.holdfast.crypto.control;

import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log messages of crypto for operators. Their arguments never hold a key, a ciphertext or a token. */
final class CryptoLog {

    private static final Logger LOG = Logger.getLogger("dev.holdfast.crypto");

    private CryptoLog() {}

    static void dataDirectory(Path path) {
        LOG.log(Level.INFO, "HF0121 Data directory: {0}", path);
    }

    static void generatedKey(Path file) {
        LOG.log(Level.WARNING, "HF0122 holdfast.crypto.keys is not set: this server encrypts with the generated key in {0};"
                + " without that file every stored Google grant is lost", file);
    }

    static void cannotDecrypt(String purpose, int keyNumber) {
        LOG.log(Level.SEVERE, "HF0123 A stored {0} cannot be decrypted: it needs key {1}, which is not among"
                + " holdfast.crypto.keys here, or it was tampered with", new Object[] {purpose, Integer.toString(keyNumber)});
    }

    static void newSigningKey(String purpose, String kid, Instant signsFrom) {
        LOG.log(Level.INFO, "HF0124 New {0} signing key {1}, signs from {2}",
                new Object[] {purpose, kid, signsFrom.equals(Instant.EPOCH) ? "now on" : signsFrom});
    }

    static void signingKeysNotReloaded(Throwable failure) {
        LOG.log(Level.WARNING, "HF0125 Signing keys could not be re-read: {0}", failure.toString());
    }

    static void reencryptionProgress(String kind, long moved, long left) {
        LOG.log(Level.INFO, "HF0126 Re-encryption of {0}: {1} moved to the primary key, {2} left under other keys",
                new Object[] {kind, moved, left});
    }

    static void reencrypted(int keyNumber) {
        LOG.log(Level.INFO, "HF0127 Re-encryption is complete: everything stored is encrypted with key {0}",
                Integer.toString(keyNumber));
    }

    static void reencryptionFailed(Throwable failure) {
        LOG.log(Level.WARNING, "HF0128 Re-encryption was interrupted and will start again: {0}",
                failure.getClass().getName());
    }

    static void primaryKeyChanged(int keyNumber) {
        LOG.log(Level.INFO, "HF0129 Key {0} is the primary key from now on: everything stored is encrypted again with it",
                Integer.toString(keyNumber));
    }

    static void otherPrimaryKey(int keyNumber) {
        LOG.log(Level.WARNING, "HF0130 This server encrypts with key {0}, but a server that was started later has another"
                + " primary key: restart the servers with the old keys, so that holdfast.crypto.keys is the same everywhere",
                Integer.toString(keyNumber));
    }
}
