package dev.holdfast.signin.control;

/** Thrown when Google sent no refresh token and the stored one is gone by now; rolls back the last step of the sign-in. */
final class GrantNotLasting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GrantNotLasting() {
        super("there is no refresh token that lasts");
    }
}
