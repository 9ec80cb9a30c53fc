package dev.holdfast.standin.journal;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every secret ever issued or seen, by kind, so that a scan for leaks knows what to look for. */
public final class Markers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();

    /** Returns the kinds with their values: {@code access_token}, {@code refresh_token}, {@code code}, ... */
    public Map<String, List<String>> all() {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        seen.keySet().stream().sorted().forEach(kind -> copy.put(kind, List.copyOf(seen.get(kind))));
        return copy;
    }

    public void saw(String kind, String secret) {
        if (secret != null) {
            seen.computeIfAbsent(kind, unused -> ConcurrentHashMap.newKeySet()).add(secret);
        }
    }

    public String newAccessToken() {
        return issue("access_token", "ya29.standin-at-", 48);
    }

    /** Google names a refresh token by its first 16 characters, so that they tell tokens apart, and the mark follows. */
    public String newRefreshToken() {
        return issue("refresh_token", "1//" + random(12) + "-standin-rt-", 24);
    }

    public String newCode() {
        return issue("code", "4/standin-code-", 32);
    }

    public void reset() {
        seen.clear();
    }

    public static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private String issue(String kind, String marker, int bytes) {
        String secret = marker + random(bytes);
        saw(kind, secret);
        return secret;
    }
}
