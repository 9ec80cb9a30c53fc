package dev.holdfast.google.token;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.Scopes;
import dev.holdfast.google.token.RefreshOutcome.Refusal;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.JsonBody;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An answer of the token endpoint, told apart by status, {@code error} and {@code error_subtype} alone (RFC 6749
 * sections 5.1 and 5.2): Google's texts change. Whatever is neither a grant nor a refusal in due form is trouble.
 */
public sealed interface TokenAnswer {

    /** Usable: the access token is there and fit for a header. {@code scopes} is empty where none were told. */
    record Granted(Secret accessToken, Duration lifetime, Set<String> scopes, Optional<Secret> refreshToken,
            Optional<Duration> refreshTokenLifetime, Optional<Secret> idToken) implements TokenAnswer {

        /** Lifetimes count from before the question was asked, so that ours never outlives Google's. */
        public GrantedTokens tokensAt(Instant asked) {
            return new GrantedTokens(new AccessToken(accessToken, scopes, asked, asked.plus(lifetime)), refreshToken,
                    refreshTokenLifetime.map(asked::plus));
        }
    }

    /** A refusal in due form; {@code error} is Google's word, not ours, and not fit for people. */
    record Refused(String error, boolean hasSubtype) implements TokenAnswer {

        /** The final rows of the contract's table; an error that is none of them decides nothing. */
        public RefreshOutcome outcomeOfRefresh() {
            return switch (error) {
                case "invalid_grant" -> new RefreshOutcome.Refused(
                        hasSubtype ? Refusal.REAUTH_REQUIRED : Refusal.REVOKED, error);
                case "admin_policy_enforced", "access_denied" ->
                        new RefreshOutcome.Refused(Refusal.BLOCKED_BY_POLICY, error);
                case "invalid_client", "deleted_client", "unauthorized_client" ->
                        new RefreshOutcome.Refused(Refusal.CLIENT_REJECTED, error);
                default -> new RefreshOutcome.Unavailable("unknown_refusal");
            };
        }

        @Override
        public String toString() {
            return "Refused[not shown]";
        }
    }

    /** {@code code} is ours, of a fixed set. */
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

    /** RFC 6750 section 2.1 and RFC 6749 appendix A: visible ASCII, or it could break out of a header. */
    private static Optional<Secret> token(Map<String, Object> members, String name) {
        return members.get(name) instanceof String value && value.matches("[\\x21-\\x7E]+")
                ? Optional.of(Secret.of(value)) : Optional.empty();
    }
}
