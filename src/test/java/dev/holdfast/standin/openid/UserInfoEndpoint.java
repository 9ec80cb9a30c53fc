package dev.holdfast.standin.openid;

import com.google.gson.JsonObject;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.grant.Token;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Endpoint;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.people.Person;
import dev.holdfast.standin.token.BearerCheck;
import dev.holdfast.standin.world.World;

/** {@code GET /v1/userinfo} (OpenID Connect Core §5.3). */
public final class UserInfoEndpoint implements Endpoint {

    private final World world;
    private final BearerCheck bearer;

    public UserInfoEndpoint(World world) {
        this.world = world;
        this.bearer = new BearerCheck(world);
    }

    @Override
    public StandInAnswer answer(Call call) {
        Token token = bearer.token(call);
        Person person = world.people().get(token.person());
        JsonObject info = new JsonObject();
        info.addProperty("sub", person.sub());
        if (StandInScopes.hasProfile(token.scopes())) {
            info.addProperty("name", person.name());
            info.addProperty("given_name", person.givenName());
            info.addProperty("family_name", person.familyName());
            info.addProperty("picture", world.origin() + "/pictures/" + person.key() + ".svg");
        }
        if (StandInScopes.hasEmail(token.scopes())) {
            info.addProperty("email", person.email());
            info.addProperty("email_verified", person.emailVerified());
        }
        if (person.hostedDomain() != null) {
            info.addProperty("hd", person.hostedDomain());
        }
        return StandInAnswer.json(200, info).uncached();
    }
}
