package dev.holdfast.problem;

import java.util.UUID;

/** Turns an unexpected exception into a refusal that reveals nothing about it. The log line carries the error id. */
final class Failures {

    private Failures() {}

    static Problem problemOf(Throwable failure) {
        UUID errorId = UUID.randomUUID();
        if (StorageFailure.isCauseOf(failure)) {
            ProblemLog.storageFailed(errorId, failure);
            return StatusProblem.storageUnavailable();
        }
        ProblemLog.failed(errorId, failure);
        return Problem.of(ProblemCode.INTERNAL_ERROR).withDetail("Error id " + errorId);
    }
}
