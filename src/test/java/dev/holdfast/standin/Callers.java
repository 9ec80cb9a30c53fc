package dev.holdfast.standin;

import dev.holdfast.standin.grant.Codes;
import dev.holdfast.standin.grant.StandInGrants;
import dev.holdfast.standin.grant.Token;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Params;
import dev.holdfast.standin.world.World;

/** Finds the person behind a call by the token or code in it, also by dead ones. */
final class Callers {

    private final World world;

    Callers(World world) {
        this.world = world;
    }

    /** Returns the person's key, or null. */
    String of(Call call) {
        StandInGrants grants = world.grants();
        Params form = call.form();
        if (call.bearer() != null) {
            return grants.accessToken(call.bearer()).map(Token::person).orElse(null);
        }
        if (form.get("code") != null) {
            return world.codes().find(form.get("code")).map(Codes.Code::person).orElse(null);
        }
        String token = form.get("refresh_token", form.get("token", ""));
        return grants.refreshToken(token).or(() -> grants.accessToken(token)).map(Token::person).orElse(null);
    }

    /** Values that a client sends are as secret as those that it got. */
    void noteSecrets(Call call) {
        world.markers().saw("code_verifier", call.form().get("code_verifier"));
        world.markers().saw("client_secret", call.form().get("client_secret"));
    }
}
