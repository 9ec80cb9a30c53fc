package dev.holdfast.problem;

/** The problem for a bare HTTP status, about whose cause nothing more exact is known. */
final class StatusProblem {

    static final long STORAGE_RETRY_SECONDS = 5;

    private StatusProblem() {}

    static Problem of(int status) {
        return switch (status) {
            case 401 -> Problem.of(ProblemCode.ACCESS_TOKEN_INVALID);
            case 403 -> Problem.of(ProblemCode.FORBIDDEN);
            case 404, 410 -> Problem.of(ProblemCode.NOT_FOUND);
            case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED);
            case 406 -> Problem.of(ProblemCode.NOT_ACCEPTABLE);
            case 413 -> Problem.of(ProblemCode.PAYLOAD_TOO_LARGE);
            case 414 -> Problem.of(ProblemCode.URI_TOO_LONG);
            case 415 -> Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
            case 431 -> Problem.of(ProblemCode.HEADERS_TOO_LARGE);
            case 501 -> Problem.of(ProblemCode.NOT_IMPLEMENTED);
            case 503 -> storageUnavailable();
            default -> Problem.of(status < 500 ? ProblemCode.INVALID_REQUEST : ProblemCode.INTERNAL_ERROR);
        };
    }

    static Problem storageUnavailable() {
        return Problem.of(ProblemCode.STORAGE_UNAVAILABLE).withRetryAfter(STORAGE_RETRY_SECONDS);
    }
}
