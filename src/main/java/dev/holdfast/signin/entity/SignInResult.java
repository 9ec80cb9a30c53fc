package dev.holdfast.signin.entity;

/** The outcome of a trip to Google. */
public sealed interface SignInResult {

    /** A session has been started. */
    record SignedIn(ReturnTo returnTo) implements SignInResult {}

    /** The person has answered a request for more scopes; the session that the browser has goes on. */
    record Consented(ReturnTo returnTo) implements SignInResult {}

    /** A second trip to Google is needed, for a refresh token. */
    record ConsentRequired(SignInRedirect redirect) implements SignInResult {}

    /**
     * The sign-in failed. {@code returnTo} is the page the person wanted to go to, or {@link ReturnTo#HOME} if it is
     * unknown.
     */
    record Refused(LoginReason reason, ReturnTo returnTo) implements SignInResult {

        public Refused(LoginReason reason) {
            this(reason, ReturnTo.HOME);
        }
    }
}
