package dev.holdfast.standin;

/** An error that is shown as a page and never sent to the client. */
final class AuthorizationError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    AuthorizationError(int status, String code, String description) {
        super(description);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
