package dev.holdfast.signin.entity;

import java.util.Optional;

/**
 * What the browser of a callback keeps of sign-ins: the transaction of the state that came, if its cookie came and opens,
 * and whether a cookie under its name came, be it one that does not open.
 */
public record BrowserFlows(Optional<SignInTransaction> answered, boolean cookieCame) {}
