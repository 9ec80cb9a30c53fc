package dev.holdfast.signin.entity;

import dev.holdfast.crypto.entity.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Google's answer to an authorization request (RFC 6749 section 4.1.2). A well-formed answer has a state, exactly one of
 * code and error, each parameter once, and each within its length limit. Unknown parameters are ignored, as that section
 * demands.
 */
public sealed interface AuthorizationResponse {

    /** The received values of {@code state}, genuine or not; more than one only if the answer is malformed. */
    List<Secret> givenStates();

    /** Google granted access; {@code issuers} holds the values of {@code iss} (RFC 9207), at most one. */
    record Granted(Secret state, Secret code, List<String> issuers) implements AuthorizationResponse {
        @Override
        public List<Secret> givenStates() {
            return List.of(state);
        }
    }

    record Failed(Secret state, String error, List<String> issuers) implements AuthorizationResponse {
        @Override
        public List<Secret> givenStates() {
            return List.of(state);
        }
    }

    record Malformed(List<Secret> givenStates) implements AuthorizationResponse {}

    static AuthorizationResponse of(Map<String, List<String>> parameters) {
        Optional<Secret> state = single(parameters, "state").map(Secret::of);
        Optional<String> code = single(parameters, "code");
        Optional<String> error = single(parameters, "error");
        if (!isWellFormed(parameters) || state.isEmpty() || code.isPresent() == error.isPresent()) {
            return new Malformed(parameters.getOrDefault("state", List.of()).stream()
                    .limit(Limit.STATES).map(Secret::of).toList());
        }
        List<String> issuers = parameters.getOrDefault("iss", List.of());
        return code.<AuthorizationResponse>map(value -> new Granted(state.get(), Secret.of(value), issuers))
                .orElseGet(() -> new Failed(state.get(), error.get(), issuers));
    }

    private static boolean isWellFormed(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream().allMatch(parameter -> parameter.getValue().size() == 1
                && parameter.getValue().get(0).length() <= Limit.of(parameter.getKey()));
    }

    private static Optional<String> single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.get(0)).filter(value -> !value.isEmpty()) : Optional.empty();
    }

    /** The most characters of a parameter. Google's codes end at 256 bytes; the list of granted scopes may be long. */
    final class Limit {

        private static final Set<String> SHORT = Set.of("code", "state", "iss", "error");
        private static final int SHORT_MOST = 1024;
        private static final int MOST = 4096;
        private static final int STATES = 4;

        private Limit() {}

        private static int of(String parameter) {
            return SHORT.contains(parameter) ? SHORT_MOST : MOST;
        }
    }
}
