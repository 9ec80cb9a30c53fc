package dev.holdfast.signin.entity;

/** The answer to a browser that wants to begin a sign-in. */
public sealed interface SignInDeparture {

    /** The browser goes to Google. */
    record ToGoogle(SignInRedirect redirect) implements SignInDeparture {}

    /** No sign-in can begin now. */
    record NotNow(LoginReason reason) implements SignInDeparture {}
}
