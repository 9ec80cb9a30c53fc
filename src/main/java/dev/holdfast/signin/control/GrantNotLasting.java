package dev.holdfast.signin.control;

/** No refresh token came, and the one that was stored is gone by now; rolls back the end of a sign-in. */
final class GrantNotLasting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GrantNotLasting() {
        super("no usable refresh token is stored any more");
    }
}
