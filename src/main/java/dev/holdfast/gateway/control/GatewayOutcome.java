package dev.holdfast.gateway.control;

import com.google.api.client.http.HttpResponseException;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.gateway.entity.CheckedRequest;
import dev.holdfast.google.wire.GoogleTrouble;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The outcome of a request through the gateway. */
public sealed interface GatewayOutcome {

    /** Google has answered; the receiver closes the answer. */
    record Answered(UpstreamAnswer answer) implements GatewayOutcome {}

    /** The rules or the form of the request forbid it; {@code why} is never {@link CheckedRequest.Allowed}. */
    record NotAllowed(CheckedRequest why) implements GatewayOutcome {}

    /** The body exceeds the limit of the API. */
    record TooLarge() implements GatewayOutcome {}

    /** The client's body broke off. */
    record BodyBroken() implements GatewayOutcome {}

    /** The person has made as many calls as one may in a minute. */
    record TooMany(Duration retryAfter) implements GatewayOutcome {}

    /** No seat is free on this node, or none for this person. */
    record Busy(Duration retryAfter) implements GatewayOutcome {}

    /** Custody had no token to lend; {@code why} is never {@link Acquired.Fresh}. */
    record NoToken(Acquired why) implements GatewayOutcome {}

    /** Google refused; {@code needed}: the scopes that the rule demands. */
    record Refused(HttpResponseException refusal, Set<String> needed) implements GatewayOutcome {

        public Refused {
            needed = Set.copyOf(needed);
        }
    }

    /** Google did not answer. */
    record NoAnswer(GoogleTrouble trouble) implements GatewayOutcome {}

    /** Google's answer cannot be passed on: a redirect, a content coding that was not requested, a body without a sure end. */
    record Unusable() implements GatewayOutcome {}

    /** The token was refused and has been replaced, but the body was too large to be kept: the client has to repeat it. */
    record RepeatYourself(Duration retryAfter) implements GatewayOutcome {}

    /** Returns the word for metrics and the audit trail, such as {@code not_allowed}. */
    default String code() {
        return code(getClass());
    }

    /** Returns the words of all outcomes. */
    static List<String> codes() {
        return Stream.of(GatewayOutcome.class.getPermittedSubclasses()).map(GatewayOutcome::code).toList();
    }

    private static String code(Class<?> outcome) {
        return outcome.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
