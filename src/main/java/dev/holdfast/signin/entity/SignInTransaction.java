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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The data that one sign-in keeps while the person is at Google: the values that bind the answer to this browser and this
 * request (state, nonce, code verifier), where it began, the page to return to, the sessions that the browser had
 * before, and the one person it belongs to, if it asks for scopes in a session ({@code belongsTo}, by
 * {@link dev.holdfast.account.entity.Account#identity}).
 */
public record SignInTransaction(Protection protection, Instant startedAt, Attempt attempt, Begun begun,
        Set<String> extraScopes, ReturnTo returnTo, Set<UUID> previousSessions, Optional<String> belongsTo) {

    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /** The lines of a sign-in that belongs to no person yet; {@code belongsTo} is one more. */
    private static final int LINES = 9;

    public SignInTransaction {
        extraScopes = Set.copyOf(extraScopes);
        previousSessions = Set.copyOf(previousSessions);
    }

    /** State (RFC 6749 section 10.12), nonce (OpenID Connect Core section 3.1.2.1), code verifier (RFC 7636). */
    public record Protection(Secret state, Secret nonce, Secret codeVerifier) {}

    /** The scopes to request: those of every sign-in, and the extra scopes of this one. */
    public Set<String> scopes(Set<String> always) {
        Set<String> scopes = new LinkedHashSet<>(always);
        scopes.addAll(extraScopes);
        return scopes;
    }

    public boolean isOpenAt(Instant now) {
        return now.isBefore(startedAt.plus(LIFETIME));
    }

    /**
     * Whether the browser may have a session that this request does not show: a navigation that another site began
     * carries no SameSite=Strict cookie (RFC 6265bis section 5.8.3).
     */
    public boolean mayHideASession() {
        return begun == Begun.ELSEWHERE && previousSessions.isEmpty();
    }

    public boolean isOf(Secret state) {
        return protection.state().equals(state);
    }

    /** Returns the transaction of the second trip: new protection and start time, the other values unchanged. */
    public SignInTransaction again(Protection fresh, Instant now) {
        return new SignInTransaction(fresh, now, Attempt.CONSENT_FORCED, begun, extraScopes, returnTo,
                previousSessions, belongsTo);
    }

    public SignInTransaction goingHome() {
        return new SignInTransaction(protection, startedAt, attempt, begun, extraScopes, ReturnTo.HOME, previousSessions,
                belongsTo);
    }

    /** Whether this person may finish the sign-in; {@code identity} as in {@code belongsTo}. */
    public boolean mayBeFinishedBy(String identity) {
        return belongsTo.isEmpty() || belongsTo.get().equals(identity);
    }

    /** Returns one line for each value; no value can contain a line end. The caller encrypts the result at once. */
    public Secret written() {
        Stream<String> lines = Stream.of(protection.state().reveal(), protection.nonce().reveal(),
                protection.codeVerifier().reveal(), Long.toString(startedAt.toEpochMilli()), attempt.name(),
                begun.name(), previousSessions.stream().map(UUID::toString).sorted().collect(Collectors.joining(" ")),
                String.join(" ", new TreeSet<>(extraScopes)), returnTo.path());
        return Secret.of(Stream.concat(lines, belongsTo.stream()).collect(Collectors.joining("\n")));
    }

    private static Stream<String> words(String line) {
        return line.isEmpty() ? Stream.of() : Stream.of(line.split(" "));
    }

    /** Reads the result of {@link #written()}; empty for any other text. */
    public static Optional<SignInTransaction> read(Secret written) {
        List<String> line = List.of(written.reveal().split("\n", -1));
        if (line.size() != LINES && line.size() != LINES + 1) {
            return Optional.empty();
        }
        try {
            Protection protection = new Protection(Secret.of(line.get(0)), Secret.of(line.get(1)),
                    Secret.of(line.get(2)));
            return Optional.of(new SignInTransaction(protection, Instant.ofEpochMilli(Long.parseLong(line.get(3))),
                    Attempt.valueOf(line.get(4)), Begun.valueOf(line.get(5)), words(line.get(7)).collect(Collectors.toSet()),
                    ReturnTo.parse(line.get(8)), words(line.get(6)).map(UUID::fromString).collect(Collectors.toSet()),
                    line.stream().skip(LINES).findFirst()));
        } catch (IllegalArgumentException | DateTimeException foreign) {
            return Optional.empty();
        }
    }
}
