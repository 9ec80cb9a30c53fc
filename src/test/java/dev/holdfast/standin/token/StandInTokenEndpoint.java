package dev.holdfast.standin.token;

import dev.holdfast.standin.grant.CodeChallenge;
import dev.holdfast.standin.grant.Codes;
import dev.holdfast.standin.grant.StandInAuthorizationRequest;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.grant.Token;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Endpoint;
import dev.holdfast.standin.http.OAuthError;
import dev.holdfast.standin.http.Params;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.world.World;
import java.time.Instant;
import java.util.Set;

/** {@code POST /token} (RFC 6749 §3.2). */
public final class StandInTokenEndpoint implements Endpoint {

    private final World world;
    private final TokenIssue issue;

    public StandInTokenEndpoint(World world) {
        this.world = world;
        this.issue = new TokenIssue(world);
    }

    @Override
    public StandInAnswer answer(Call call) {
        Params form = call.form();
        String repeated = form.repeated();
        if (repeated != null) {
            throw OAuthError.INVALID_REQUEST.refusal("OAuth 2 parameters can only have a single value: " + repeated);
        }
        String client = world.clients().authenticate(call);
        return switch (required(form, "grant_type")) {
            case "authorization_code" -> exchange(form, client);
            case "refresh_token" -> refresh(form, client);
            default -> throw OAuthError.UNSUPPORTED_GRANT_TYPE.refusal("Invalid grant_type: " + form.get("grant_type"));
        };
    }

    private StandInAnswer exchange(Params form, String client) {
        Codes.Code code = world.codes().find(required(form, "code"))
                .orElseThrow(() -> OAuthError.INVALID_GRANT.refusal("Malformed auth code."));
        StandInAuthorizationRequest request = code.request();
        if (!request.client().equals(client)) {
            throw OAuthError.INVALID_GRANT.refusal("Bad Request");
        }
        if (!world.codes().redeem(code)) {
            throw OAuthError.INVALID_GRANT.refusal("Code was already redeemed.");
        }
        if (!world.clock().instant().isBefore(code.expiresAt())) {
            throw OAuthError.INVALID_GRANT.refusal("Bad Request");
        }
        if (!request.redirectUri().equals(required(form, "redirect_uri"))) {
            throw OAuthError.REDIRECT_URI_MISMATCH.refusal("Bad Request");
        }
        checkVerifier(request.challenge(), form.get("code_verifier"));
        return issue.exchange(code);
    }

    /** A wrong verifier spends the code. */
    private static void checkVerifier(CodeChallenge challenge, String verifier) {
        if (challenge == null && verifier != null) {
            throw OAuthError.INVALID_GRANT.refusal("code_verifier or verifier is not needed.");
        }
        if (challenge != null && verifier == null) {
            throw OAuthError.INVALID_GRANT.refusal("Missing code verifier.");
        }
        if (challenge != null && !challenge.isMetBy(verifier)) {
            throw OAuthError.INVALID_GRANT.refusal("Invalid code verifier.");
        }
    }

    private StandInAnswer refresh(Params form, String client) {
        Instant now = world.clock().instant();
        Token token = world.grants().refreshToken(required(form, "refresh_token"))
                .orElseThrow(() -> OAuthError.INVALID_GRANT.refusal("Bad Request"));
        if (!token.client().equals(client)) {
            throw OAuthError.UNAUTHORIZED_CLIENT.refusal("Unauthorized");
        }
        if (!world.grants().isLive(token, now)) {
            throw OAuthError.INVALID_GRANT.refusal("Token has been expired or revoked.");
        }
        return issue.refresh(token, narrowed(token.scopes(), form.get("scope")));
    }

    /** RFC 6749 §6: fewer scopes may be asked for, never more. */
    private static Set<String> narrowed(Set<String> scopes, String asked) {
        Set<String> wanted = StandInScopes.parse(asked);
        if (!scopes.containsAll(wanted)) {
            throw OAuthError.INVALID_REQUEST.refusal("Some requested scopes were not granted.");
        }
        return wanted.isEmpty() ? scopes : wanted;
    }

    private static String required(Params form, String name) {
        String value = form.get(name);
        if (value == null) {
            throw OAuthError.INVALID_REQUEST.refusal("Required parameter is missing: " + name);
        }
        return value;
    }
}
