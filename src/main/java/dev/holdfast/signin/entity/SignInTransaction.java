package dev.holdfast.signin.entity;

import dev.holdfast.crypto.entity.Secret;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one sign-in has to remember while the person is at Google: the values that bind the answer to this browser and
 * this request (state, nonce, code verifier), where it began, where to go afterwards, and the sessions that the browser
 * had before.
 */
public record SignInTransaction(Protection protection, Instant startedAt, Round round, Begun begun,
        Set<String> extraScopes, ReturnTo returnTo, Set<UUID> previousSessions) {

    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final int LINES = 9;

    /** Without where it began: the form of the version before, which may still be running beside this one. */
    private static final int FORMER_LINES = 8;
    private static final int BEGUN_LINE = 5;

    public SignInTransaction {
        extraScopes = Set.copyOf(extraScopes);
        previousSessions = Set.copyOf(previousSessions);
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

    /**
     * Whether the browser may have had a session that we were not told of: its cookie stays at home on a navigation
     * that another site began (RFC 6265bis section 5.8.3).
     */
    public boolean mayHideASession() {
        return begun == Begun.ELSEWHERE && previousSessions.isEmpty();
    }

    public boolean isOf(Secret state) {
        return protection.state().equals(state);
    }

    /** The second trip: new protection, all else kept. */
    public SignInTransaction again(Protection fresh, Instant now) {
        return new SignInTransaction(fresh, now, Round.CONSENT_FORCED, begun, extraScopes, returnTo,
                previousSessions);
    }

    public SignInTransaction goingHome() {
        return new SignInTransaction(protection, startedAt, round, begun, extraScopes, ReturnTo.HOME, previousSessions);
    }

    /** One line for each value; none of them can contain a line end. To be encrypted at once. */
    public Secret written() {
        return Secret.of(String.join("\n", protection.state().reveal(), protection.nonce().reveal(),
                protection.codeVerifier().reveal(), Long.toString(startedAt.toEpochMilli()), round.name(),
                begun.name(), previousSessions.stream().map(UUID::toString).sorted().collect(Collectors.joining(" ")),
                String.join(" ", new TreeSet<>(extraScopes)), returnTo.path()));
    }

    private static Stream<String> words(String line) {
        return line.isEmpty() ? Stream.of() : Stream.of(line.split(" "));
    }

    /** What {@link #written()} gives, here or in the version before, of which all count as begun here; otherwise empty. */
    public static Optional<SignInTransaction> read(Secret written) {
        List<String> line = new ArrayList<>(List.of(written.reveal().split("\n", -1)));
        if (line.size() == FORMER_LINES) {
            line.add(BEGUN_LINE, Begun.HERE.name());
        }
        if (line.size() != LINES) {
            return Optional.empty();
        }
        try {
            Protection protection = new Protection(Secret.of(line.get(0)), Secret.of(line.get(1)),
                    Secret.of(line.get(2)));
            return Optional.of(new SignInTransaction(protection, Instant.ofEpochMilli(Long.parseLong(line.get(3))),
                    Round.valueOf(line.get(4)), Begun.valueOf(line.get(5)), words(line.get(7)).collect(Collectors.toSet()),
                    ReturnTo.parse(line.get(8)), words(line.get(6)).map(UUID::fromString).collect(Collectors.toSet())));
        } catch (IllegalArgumentException | DateTimeException foreign) {
            return Optional.empty();
        }
    }
}
