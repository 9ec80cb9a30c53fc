package dev.holdfast.google.token;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.Scopes;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.JsonBody;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An answer of the token endpoint, classified only by status, {@code error} and {@code error_subtype} (RFC 6749 sections
 * 5.1 and 5.2), because Google's texts change. An answer that is neither a valid grant nor a valid refusal is trouble.
 */
public sealed interface TokenAnswer {

    /** A usable grant: the access token is present and safe in a header. {@code scopes} is empty if none were named. */
    record Granted(Secret accessToken, Duration lifetime, Set<String> scopes, Optional<Secret> refreshToken,
            Optional<Duration> refreshTokenLifetime, Optional<Secret> idToken) implements TokenAnswer {

        /**
         * Returns the tokens. Lifetimes count from {@code asked}, before the request, so that ours never outlive
         * Google's.
         */
        public GrantedTokens tokensAt(Instant asked) {
            return new GrantedTokens(new AccessToken(accessToken, scopes, asked, asked.plus(lifetime)), refreshToken,
                    refreshTokenLifetime.map(asked::plus));
        }
    }

    /** A valid refusal; {@code error} is Google's word and not fit for people. */
    record Refused(String error, boolean hasSubtype) implements TokenAnswer {

        /** Returns what this refusal means for a refresh. */
        public RefreshOutcome outcomeOfRefresh() {
            return RefreshOutcome.ofRefusal(error, hasSubtype);
        }

        @Override
        public String toString() {
            return "Refused[not shown]";
        }
    }

    /** An unusable answer; {@code code} is of Holdfast's fixed set. */
    record Trouble(String code) implements TokenAnswer {}

    static TokenAnswer of(int status, String body) {
        return switch (status) {
            case 200 -> JsonBody.members(body).map(TokenAnswer::granted).orElse(new Trouble("answer_not_json"));
            case 400, 401, 403 -> JsonBody.members(body).flatMap(TokenAnswer::refused).orElse(new Trouble("http_" + status));
            default -> new Trouble(status >= 300 && status < 400 ? "redirect" : "http_" + status);
        };
    }

    static GoogleTrouble troubleOf(TokenAnswer answer) {
        return new GoogleTrouble(answer instanceof Trouble trouble ? trouble.code() : "unknown_refusal");
    }

    private static TokenAnswer granted(Map<String, Object> members) {
        Optional<Secret> accessToken = token(members, "access_token");
        boolean bearer = !(members.get("token_type") instanceof String type) || "Bearer".equalsIgnoreCase(type);
        if (accessToken.isEmpty() || !bearer) {
            return new Trouble("answer_without_token");
        }
        return new Granted(accessToken.get(), Lifetimes.ofAccessToken(members.get("expires_in")),
                members.get("scope") instanceof String scope ? Scopes.parse(scope) : Set.of(),
                token(members, "refresh_token"),
                Lifetimes.ofRefreshToken(members.get("refresh_token_expires_in")),
                token(members, "id_token"));
    }

    private static Optional<TokenAnswer> refused(Map<String, Object> members) {
        Object subtype = members.get("error_subtype");
        return members.get("error") instanceof String error
                ? Optional.of(new Refused(error, subtype != null && !"".equals(subtype))) : Optional.empty();
    }

    /**
     * Reads a token of visible ASCII only: any other character could break out of a header (RFC 6750 section 2.1, RFC
     * 6749 appendix A).
     */
    private static Optional<Secret> token(Map<String, Object> members, String name) {
        return members.get(name) instanceof String value && value.matches("[\\x21-\\x7E]+")
                ? Optional.of(Secret.of(value)) : Optional.empty();
    }
}
