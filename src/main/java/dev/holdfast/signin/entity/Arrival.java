package dev.holdfast.signin.entity;

/** How a sign-in stands when the person is back from Google. */
public sealed interface Arrival {

    /** A session has been started. */
    record SignedIn(ReturnTo returnTo) implements Arrival {}

    /** Once more to Google, for a refresh token. */
    record OnceMore(Departure departure) implements Arrival {}

    record Refused(LoginReason reason) implements Arrival {}
}
