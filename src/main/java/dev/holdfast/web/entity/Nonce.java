package dev.holdfast.web.entity;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A value that no attacker knows before the response that carries it: 144 bits, in characters that a policy may contain.
 */
public final class Nonce {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    private Nonce() {}

    public static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
