package dev.holdfast.standin.token;

import dev.holdfast.standin.grant.Token;
import dev.holdfast.standin.http.ApiError;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Refused;
import dev.holdfast.standin.world.World;
import java.util.Set;

/** Access to the APIs (RFC 6750). */
public final class BearerCheck {

    private final World world;

    public BearerCheck(World world) {
        this.world = world;
    }

    /** Returns the live token of a call. */
    public Token token(Call call) {
        if (call.bearer() == null) {
            throw new Refused(ApiError.missingToken());
        }
        return world.grants().accessToken(call.bearer())
                .filter(token -> world.grants().isLive(token, world.clock().instant()))
                .orElseThrow(() -> new Refused(ApiError.invalidToken()));
    }

    /** Returns the same as {@link #token(Call)}, for a token with at least one of these scopes. */
    public Token token(Call call, Set<String> acceptable) {
        Token token = token(call);
        if (token.scopes().stream().noneMatch(acceptable::contains)) {
            throw new Refused(ApiError.insufficientScope(String.join(" ", acceptable)));
        }
        return token;
    }
}
