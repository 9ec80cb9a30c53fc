package dev.holdfast.standin.grant;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Authorization codes: each is redeemed once. */
public final class Codes {

    /**
     * The request, the person and the scopes behind a code.
     *
     * @param refreshToken whether consent was shown, so that a refresh token may be issued
     */
    public record Code(
            String value,
            StandInAuthorizationRequest request,
            String person,
            Set<String> scopes,
            boolean refreshToken,
            Instant expiresAt) {}

    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Set<String> redeemed = new HashSet<>();

    public synchronized void add(Code code) {
        codes.put(code.value(), code);
    }

    public synchronized Optional<Code> find(String value) {
        return Optional.ofNullable(codes.get(value));
    }

    /** Returns true the first time. */
    public synchronized boolean redeem(Code code) {
        return redeemed.add(code.value());
    }

    public synchronized void reset() {
        codes.clear();
        redeemed.clear();
    }
}
