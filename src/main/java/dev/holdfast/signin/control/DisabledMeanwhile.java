package dev.holdfast.signin.control;

/** Thrown when an administrator has disabled the account during its sign-in; rolls back the last step. */
final class DisabledMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DisabledMeanwhile() {
        super("the account is disabled");
    }
}
