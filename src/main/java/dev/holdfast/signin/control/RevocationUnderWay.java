package dev.holdfast.signin.control;

/**
 * Thrown when a revocation was under way while Google granted access, and may cancel that grant. Rolls back the last step
 * of the sign-in.
 */
final class RevocationUnderWay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RevocationUnderWay() {
        super("a revocation may take back what was granted");
    }
}
