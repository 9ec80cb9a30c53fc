package dev.holdfast.standin.token;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.holdfast.standin.grant.Codes;
import dev.holdfast.standin.grant.StandInGrant;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.grant.Token;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.idtoken.IdTokenClaims;
import dev.holdfast.standin.idtoken.IdTokenFault;
import dev.holdfast.standin.idtoken.IdTokens;
import dev.holdfast.standin.world.Switch;
import dev.holdfast.standin.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Makes tokens and the successful answers of the token endpoint (RFC 6749 §5.1). */
final class TokenIssue {

    private final World world;
    private final IdTokens idTokens;

    TokenIssue(World world) {
        this.world = world;
        this.idTokens = new IdTokens(world.keys());
    }

    StandInAnswer exchange(Codes.Code code) {
        String person = code.person();
        Set<String> scopes = world.trimmed(code.scopes(), Switch.DROP_SCOPES_ON_EXCHANGE, person);
        StandInGrant grant = world.grants().consent(person, scopes);
        JsonObject answer = new JsonObject();
        Token access = addAccessToken(answer, grant, code.request().client(), scopes);
        if (yieldsRefreshToken(code)) {
            addRefreshToken(answer, grant, access.client(), scopes);
        }
        addIdToken(answer, access, code.request().nonce());
        return StandInAnswer.json(200, answer).uncached();
    }

    StandInAnswer refresh(Token used, Set<String> wanted) {
        String person = used.person();
        Set<String> scopes = world.trimmed(wanted, Switch.DROP_SCOPES_ON_REFRESH, person);
        JsonObject answer = new JsonObject();
        Token access = addAccessToken(answer, used.grant(), used.client(), scopes);
        if (world.switches().isOn(Switch.ROTATE_REFRESH_TOKENS, person)) {
            addRefreshToken(answer, used.grant(), used.client(), used.scopes());
            if (world.switches().isOn(Switch.OLD_REFRESH_TOKEN_DIES, person)) {
                world.grants().kill(used);
            }
        }
        if (world.switches().isOn(Switch.ID_TOKEN_ON_REFRESH, person)) {
            addIdToken(answer, access, null);
        }
        return StandInAnswer.json(200, answer).uncached();
    }

    private boolean yieldsRefreshToken(Codes.Code code) {
        return switch (world.switches().get(Switch.REFRESH_TOKEN_ON_SIGN_IN, code.person())) {
            case "always" -> code.request().offline();
            case "never" -> false;
            default -> code.request().offline() && code.refreshToken();
        };
    }

    private Token addAccessToken(JsonObject answer, StandInGrant grant, String client, Set<String> scopes) {
        Duration lifetime = world.switches().seconds(Switch.ACCESS_TOKEN_LIFETIME, grant.person());
        Instant expiresAt = world.clock().instant().plus(lifetime);
        Token token = new Token(world.markers().newAccessToken(), grant, client, scopes, expiresAt);
        world.grants().addAccessToken(token);
        answer.addProperty("access_token", token.value());
        addExpiresIn(answer, lifetime, world.switches().get(Switch.EXPIRES_IN, grant.person()));
        answer.addProperty("scope", StandInScopes.format(scopes));
        answer.addProperty("token_type", "Bearer");
        return token;
    }

    private static void addExpiresIn(JsonObject answer, Duration lifetime, String instead) {
        if (instead.isEmpty()) {
            answer.addProperty("expires_in", lifetime.toSeconds());
        } else if (!instead.equals("missing")) {
            try {
                answer.add("expires_in", JsonParser.parseString(instead));
            } catch (JsonParseException text) {
                answer.addProperty("expires_in", instead);
            }
        }
    }

    private void addRefreshToken(JsonObject answer, StandInGrant grant, String client, Set<String> scopes) {
        String limit = world.switches().get(Switch.REFRESH_TOKEN_EXPIRES_IN, grant.person());
        Instant now = world.clock().instant();
        Instant expiresAt = limit.isEmpty() ? Instant.MAX : now.plusSeconds(Long.parseLong(limit));
        Token token = new Token(world.markers().newRefreshToken(), grant, client, scopes, expiresAt);
        world.grants().addRefreshToken(token, now);
        answer.addProperty("refresh_token", token.value());
        if (!limit.isEmpty()) {
            answer.addProperty("refresh_token_expires_in", Long.parseLong(limit));
        }
    }

    private void addIdToken(JsonObject answer, Token access, String nonce) {
        if (!StandInScopes.hasIdentity(access.scopes())) {
            return;
        }
        IdTokenClaims claims = new IdTokenClaims(
                world.origin(),
                access.client(),
                world.people().get(access.person()),
                nonce,
                access.scopes(),
                access.value(),
                world.clock().instant());
        IdTokenFault fault = IdTokenFault.of(world.switches().get(Switch.ID_TOKEN, access.person()));
        String idToken = idTokens.issue(claims, fault);
        if (idToken != null) {
            world.markers().saw("id_token", idToken);
            answer.addProperty("id_token", idToken);
        }
    }
}
