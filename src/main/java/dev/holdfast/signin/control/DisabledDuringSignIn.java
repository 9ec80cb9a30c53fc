package dev.holdfast.signin.control;

import dev.holdfast.signin.entity.LoginReason;

/** Thrown when the account was disabled or frozen during its sign-in; rolls back the last step. */
final class DisabledDuringSignIn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LoginReason reason;

    DisabledDuringSignIn(LoginReason reason) {
        super("the account is closed: " + reason.code());
        this.reason = reason;
    }

    LoginReason reason() {
        return reason;
    }
}
