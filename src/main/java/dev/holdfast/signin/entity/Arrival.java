package dev.holdfast.signin.entity;

/** How a sign-in stands when the person is back from Google. */
public sealed interface Arrival {

    /** A session has been started. */
    record SignedIn(ReturnTo returnTo) implements Arrival {}

    /** Once more to Google, for a refresh token. */
    record OnceMore(Departure departure) implements Arrival {}

    /** {@code returnTo}: where the person wanted to go, if that is known. */
    record Refused(LoginReason reason, ReturnTo returnTo) implements Arrival {

        public Refused(LoginReason reason) {
            this(reason, ReturnTo.HOME);
        }
    }
}
