package dev.holdfast.crypto.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Hashes of values that are already random, so that comparing the hash reveals nothing. */
public final class Hashes {

    private Hashes() {}

    public static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Returns SHA-512 of SHA-512 in base64 with padding, as Google names refresh tokens. */
    public static String doubleSha512(String text) {
        try {
            MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
            byte[] once = sha512.digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha512.digest(once));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-512", impossible);
        }
    }

    /** Returns the hash in base64url without padding: 43 characters. */
    public static String sha256UrlSafe(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(text));
    }
}
