package dev.holdfast.standin.contacts;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.http.ApiError;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.people.Person;
import dev.holdfast.standin.token.BearerCheck;
import dev.holdfast.standin.world.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** People API v1: the person, and as their contacts all others of the cast. */
public final class StandInContactsApi {

    public static final String ROOT = "/v1/people";

    private static final Set<String> CONTACTS = new LinkedHashSet<>(
            List.of(StandInScopes.CONTACTS, StandInScopes.CONTACTS_READONLY));

    private final World world;
    private final BearerCheck bearer;

    public StandInContactsApi(World world) {
        this.world = world;
        this.bearer = new BearerCheck(world);
    }

    /** Every GET below {@link #ROOT}. */
    public StandInAnswer answer(Call call) {
        if (call.query().get("personFields") == null) {
            bearer.token(call);
            return ApiError.parameter(400, "badRequest", "personFields", "personFields mask is required.").answer();
        }
        return switch (call.path()) {
            case ROOT + "/me" -> StandInAnswer.json(200,
                    resource(world.people().get(bearer.token(call).person()))).uncached();
            case ROOT + "/me/connections" -> connections(bearer.token(call, CONTACTS).person());
            default -> ApiError.global(404, "notFound", "Requested entity was not found.").answer("NOT_FOUND", "NOT_FOUND");
        };
    }

    private StandInAnswer connections(String me) {
        JsonArray others = new JsonArray();
        world.people().all().stream().filter(person -> !person.is(me)).map(StandInContactsApi::resource).forEach(others::add);
        JsonObject body = new JsonObject();
        body.add("connections", others);
        body.addProperty("totalItems", others.size());
        return StandInAnswer.json(200, body).uncached();
    }

    private static JsonObject resource(Person person) {
        JsonObject name = new JsonObject();
        name.addProperty("displayName", person.name());
        JsonArray names = new JsonArray();
        names.add(name);
        JsonObject resource = new JsonObject();
        resource.addProperty("resourceName", "people/c" + person.sub());
        resource.add("names", names);
        return resource;
    }
}
