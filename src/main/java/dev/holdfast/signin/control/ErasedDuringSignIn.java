package dev.holdfast.signin.control;

/** Thrown when the person has erased the account while they were at Google; rolls back the last step. */
final class ErasedDuringSignIn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ErasedDuringSignIn() {
        super("the account is erased");
    }
}
