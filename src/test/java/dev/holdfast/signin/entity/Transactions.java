package dev.holdfast.signin.entity;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.signin.entity.SignInTransaction.Protection;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sign-in transactions for tests. */
public final class Transactions {

    public static final Instant BEGUN = Instant.parse("2026-11-23T12:00:00Z");

    private Transactions() {}

    public static SignInTransaction transaction(String state) {
        return transaction(state, BEGUN, ReturnTo.parse("/files?q=x"), Set.of("https://example.com/scope"));
    }

    public static SignInTransaction transaction(String state, Instant begun, ReturnTo returnTo, Set<String> scopes) {
        return new SignInTransaction(
                new Protection(Secret.of(state), Secret.of("n".repeat(43)), Secret.of("v".repeat(43))), begun,
                Attempt.FIRST, Begun.HERE, scopes, returnTo,
                Set.of(UUID.fromString("9021f8d5-a8e0-41a6-8216-03f01bb25112")), Optional.empty());
    }

    /** Begun in the session of that person. */
    public static SignInTransaction belongingTo(String identity) {
        SignInTransaction any = transaction("state");
        return new SignInTransaction(any.protection(), any.startedAt(), any.attempt(), any.begun(), any.extraScopes(),
                any.returnTo(), any.previousSessions(), Optional.of(identity));
    }

    /** Returns a transaction that another site's page began, so that no session came with its request. */
    public static SignInTransaction fromElsewhere(String state, Instant begun) {
        return new SignInTransaction(
                new Protection(Secret.of(state), Secret.of("n".repeat(43)), Secret.of("v".repeat(43))), begun,
                Attempt.FIRST, Begun.ELSEWHERE, Set.of(), ReturnTo.HOME, Set.of(), Optional.empty());
    }
}
