package dev.holdfast.signin.control;

/** Google may take back what it has just granted: a revocation was under way then. Rolls back the end of a sign-in. */
final class RevocationUnderWay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RevocationUnderWay() {
        super("a revocation may take back what was granted");
    }
}
