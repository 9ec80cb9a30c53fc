package dev.holdfast.signin.control;

/** No refresh token came, and the one that was stored is gone by now. Rolls back the end of a sign-in. */
final class GrantNotLasting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GrantNotLasting() {
        super("there is no refresh token that lasts");
    }
}
