package dev.holdfast.custody.client;

import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import java.net.URI;
import java.util.Set;

/** Names custody's refusals as the contract does. */
public final class AccessProblems {

    private AccessProblems() {}

    /** Returns the problem of a refusal. {@code page}: the path of ours that {@code sign_in} leads back to. */
    public static Problem of(Acquired why, URI page) {
        if (why instanceof Acquired.Lost lost) {
            return Problem.of(ProblemCode.GOOGLE_ACCESS_LOST).withReason(lost.code());
        }
        if (why instanceof Acquired.ScopeMissing missing) {
            return Problem.of(ProblemCode.GOOGLE_SCOPE_MISSING)
                    .withMissingScopes(missing.missing().stream().sorted().toList(), page);
        }
        if (why instanceof Acquired.Unavailable unavailable) {
            return Problem.of(ProblemCode.GOOGLE_UNAVAILABLE).withRetryAfter(unavailable.retryAfter());
        }
        throw new IllegalArgumentException("no refusal");
    }

    /** Returns the problem of a call that needs {@code scope}, which the grant lacks. */
    public static Problem scopeMissing(String scope, URI page) {
        return of(new Acquired.ScopeMissing(Set.of(scope)), page);
    }
}
