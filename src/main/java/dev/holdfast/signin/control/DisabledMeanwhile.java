package dev.holdfast.signin.control;

/** An administrator has disabled the account while its sign-in was under way. Rolls back the end of it. */
final class DisabledMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DisabledMeanwhile() {
        super("the account is disabled");
    }
}
