package dev.holdfast.signin.entity;

import java.util.Optional;

/**
 * The sign-in that the browser of a callback keeps. {@code answered} is the transaction of the returned state, if its
 * cookie came and can be decrypted; {@code cookieCame} is true for any cookie of that name.
 */
public record BrowserFlows(Optional<SignInTransaction> answered, boolean cookieCame) {}
