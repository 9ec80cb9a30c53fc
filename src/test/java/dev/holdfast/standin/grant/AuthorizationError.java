package dev.holdfast.standin.grant;

/** An error that is shown as a page and never sent to the client. */
public final class AuthorizationError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    public AuthorizationError(int status, String code, String description) {
        super(description);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
