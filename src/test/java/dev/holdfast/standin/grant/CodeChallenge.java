package dev.holdfast.standin.grant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** PKCE (RFC 7636): the challenge of an authorization request. */
public record CodeChallenge(String value, boolean hashed) {

    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    /**
     * Returns the challenge of a request, null without one. A request without a method means {@code plain} (RFC 7636 §4.3).
     */
    public static CodeChallenge of(String value, String method) {
        if (value == null) {
            return null;
        }
        boolean hashed = "S256".equals(method);
        if (!hashed && method != null && !"plain".equals(method)) {
            throw new AuthorizationError(400, "invalid_request", "Invalid code_challenge_method: " + method);
        }
        if (!(hashed ? HASH : VERIFIER).matcher(value).matches()) {
            throw new AuthorizationError(400, "invalid_request", "Code Challenge must be base64 encoded.");
        }
        return new CodeChallenge(value, hashed);
    }

    public boolean isMetBy(String verifier) {
        return VERIFIER.matcher(verifier).matches() && value.equals(hashed ? s256(verifier) : verifier);
    }

    public static String s256(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(text));
    }

    public static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
