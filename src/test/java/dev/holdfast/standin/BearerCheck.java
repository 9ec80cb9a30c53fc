package dev.holdfast.standin;

import java.util.Set;

/** Access to the APIs (RFC 6750). */
final class BearerCheck {

    private final World world;

    BearerCheck(World world) {
        this.world = world;
    }

    /** The live token of a call. */
    Token token(Call call) {
        if (call.bearer() == null) {
            throw new Refused(ApiError.missingToken());
        }
        return world.grants().accessToken(call.bearer())
                .filter(token -> world.grants().isLive(token, world.clock().instant()))
                .orElseThrow(() -> new Refused(ApiError.invalidToken()));
    }

    /** As {@link #token(Call)}, with at least one of these scopes. */
    Token token(Call call, Set<String> acceptable) {
        Token token = token(call);
        if (token.scopes().stream().noneMatch(acceptable::contains)) {
            throw new Refused(ApiError.insufficientScope(String.join(" ", acceptable)));
        }
        return token;
    }
}
