package dev.holdfast.gateway.boundary;

import dev.holdfast.custody.client.AccessProblems;
import dev.holdfast.gateway.control.GatewayOutcome;
import dev.holdfast.gateway.entity.CheckedRequest;
import dev.holdfast.google.api.ApiProblems;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Translates each unsuccessful outcome into the problem that the client receives; it holds no text of Google's. */
@ApplicationScoped
public class GatewayProblems {

    /** Refusals that concern the state of a thing at Google, which other calls of ours do not meet. */
    private static final Map<Integer, ProblemCode> STATES = Map.of(409, ProblemCode.CONFLICT, 410, ProblemCode.GONE,
            412, ProblemCode.PRECONDITION_FAILED, 413, ProblemCode.PAYLOAD_TOO_LARGE,
            415, ProblemCode.UNSUPPORTED_MEDIA_TYPE, 416, ProblemCode.RANGE_NOT_SATISFIABLE);

    @Inject ApiProblems problems;

    Problem of(GatewayOutcome outcome) {
        if (outcome instanceof GatewayOutcome.NotAllowed notAllowed) {
            return Problem.of(codeOf(notAllowed.why()));
        }
        if (outcome instanceof GatewayOutcome.NoToken none) {
            return AccessProblems.of(none.why(), Problem.HOME);
        }
        if (outcome instanceof GatewayOutcome.Refused refused) {
            ProblemCode state = STATES.get(refused.refusal().getStatusCode());
            return state == null ? problems.of(refused.refusal(), refused.needed()) : Problem.of(state);
        }
        return outcome instanceof GatewayOutcome.NoAnswer none ? problems.of(none.trouble()) : ofOurs(outcome);
    }

    private static Problem ofOurs(GatewayOutcome outcome) {
        if (outcome instanceof GatewayOutcome.TooLarge) {
            return Problem.of(ProblemCode.PAYLOAD_TOO_LARGE);
        }
        if (outcome instanceof GatewayOutcome.BodyBroken) {
            return Problem.of(ProblemCode.INVALID_REQUEST);
        }
        if (outcome instanceof GatewayOutcome.TooMany many) {
            return Problem.of(ProblemCode.TOO_MANY_REQUESTS).withRetryAfter(many.retryAfter());
        }
        if (outcome instanceof GatewayOutcome.Busy busy) {
            return Problem.of(ProblemCode.GOOGLE_UNAVAILABLE).withRetryAfter(busy.retryAfter());
        }
        if (outcome instanceof GatewayOutcome.RepeatYourself repeat) {
            return Problem.of(ProblemCode.GOOGLE_UNAVAILABLE).withRetryAfter(repeat.retryAfter());
        }
        return Problem.of(ProblemCode.GOOGLE_ERROR);
    }

    private static ProblemCode codeOf(CheckedRequest why) {
        if (why instanceof CheckedRequest.MethodClosed) {
            return ProblemCode.METHOD_NOT_ALLOWED;
        }
        return why instanceof CheckedRequest.Unreachable ? ProblemCode.NOT_FOUND : ProblemCode.INVALID_REQUEST;
    }
}
