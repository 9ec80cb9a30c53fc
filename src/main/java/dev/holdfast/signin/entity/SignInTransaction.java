package dev.holdfast.signin.entity;

import dev.holdfast.crypto.entity.Secret;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What one sign-in has to remember while the person is at Google: the values that bind the answer to this browser and
 * this request (state, nonce, code verifier), where to go afterwards, and the session that the browser had before.
 */
public record SignInTransaction(Protection protection, Instant startedAt, Round round, Set<String> extraScopes,
        ReturnTo returnTo, Optional<UUID> previousSession) {

    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final int LINES = 8;

    public SignInTransaction {
        extraScopes = Set.copyOf(extraScopes);
    }

    /** State (RFC 6749 section 10.12), nonce (OpenID Connect Core section 3.1.2.1), code verifier (RFC 7636). */
    public record Protection(Secret state, Secret nonce, Secret codeVerifier) {}

    /** What Google is asked for: what it always is, and what is wanted besides. */
    public Set<String> scopes(Set<String> always) {
        Set<String> scopes = new LinkedHashSet<>(always);
        scopes.addAll(extraScopes);
        return scopes;
    }

    public boolean isOpenAt(Instant now) {
        return now.isBefore(startedAt.plus(LIFETIME));
    }

    public boolean isOf(Secret state) {
        return protection.state().equals(state);
    }

    /** The second trip: new protection, all else kept. */
    public SignInTransaction again(Protection fresh, Instant now) {
        return new SignInTransaction(fresh, now, Round.CONSENT_FORCED, extraScopes, returnTo, previousSession);
    }

    public SignInTransaction goingHome() {
        return new SignInTransaction(protection, startedAt, round, extraScopes, ReturnTo.HOME, previousSession);
    }

    /** One line for each value; none of them can contain a line end. To be encrypted at once. */
    public Secret written() {
        return Secret.of(String.join("\n", protection.state().reveal(), protection.nonce().reveal(),
                protection.codeVerifier().reveal(), Long.toString(startedAt.toEpochMilli()), round.name(),
                previousSession.map(UUID::toString).orElse(""), String.join(" ", new TreeSet<>(extraScopes)),
                returnTo.path()));
    }

    /** Empty if this is not what {@link #written()} gives, an older version's form included. */
    public static Optional<SignInTransaction> read(Secret written) {
        List<String> line = List.of(written.reveal().split("\n", -1));
        if (line.size() != LINES) {
            return Optional.empty();
        }
        try {
            Protection protection = new Protection(Secret.of(line.get(0)), Secret.of(line.get(1)),
                    Secret.of(line.get(2)));
            Set<String> scopes = line.get(6).isEmpty() ? Set.of() : Set.of(line.get(6).split(" "));
            return Optional.of(new SignInTransaction(protection, Instant.ofEpochMilli(Long.parseLong(line.get(3))),
                    Round.valueOf(line.get(4)), scopes, ReturnTo.parse(line.get(7)),
                    Optional.of(line.get(5)).filter(id -> !id.isEmpty()).map(UUID::fromString)));
        } catch (IllegalArgumentException | DateTimeException foreign) {
            return Optional.empty();
        }
    }
}
