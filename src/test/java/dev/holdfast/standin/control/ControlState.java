package dev.holdfast.standin.control;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.holdfast.standin.fault.FaultStore;
import dev.holdfast.standin.http.Params;
import dev.holdfast.standin.journal.Acts;
import dev.holdfast.standin.journal.Journal;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.Person;
import dev.holdfast.standin.world.World;
import java.time.Instant;

/** The state of the stand-in, as JSON. */
final class ControlState {

    private static final Gson GSON = new Gson();

    private final World world;

    ControlState(World world) {
        this.world = world;
    }

    JsonObject all() {
        JsonObject state = new JsonObject();
        state.addProperty("origin", world.origin());
        state.addProperty("now", world.clock().instant().toString());
        state.addProperty("clock_shift", world.clock().shift().toString());
        state.add("weather", faults());
        state.add("switches", switches());
        state.add("people", people());
        state.add("counts", counts());
        return state;
    }

    /** Returns the state after an act, which it names. */
    JsonObject after(Acts.Act act, String next) {
        JsonObject done = new JsonObject();
        done.addProperty("at", act.at().toString());
        done.addProperty("words", act.words());
        done.addProperty("next", next);
        JsonObject state = all();
        state.add("done", done);
        return state;
    }

    JsonObject counts() {
        JsonObject counts = new JsonObject();
        JsonObject areas = new JsonObject();
        for (StandInArea area : StandInArea.values()) {
            areas.addProperty(area.key(), world.counts().of(area));
        }
        JsonObject people = new JsonObject();
        for (String person : world.counts().people()) {
            JsonObject theirs = new JsonObject();
            for (StandInArea area : StandInArea.values()) {
                theirs.addProperty(area.key(), world.counts().of(area, person));
            }
            people.add(person, theirs);
        }
        counts.add("areas", areas);
        counts.add("people", people);
        return counts;
    }

    /** Returns the journal, newest last; {@code area} and {@code after} (a number) narrow it down. */
    JsonArray journal(Params query) {
        StandInArea area = StandInArea.of(query.get("area", "everything"));
        long after = Long.parseLong(query.get("after", "0"));
        JsonArray journal = new JsonArray();
        world.journal().entries(area).stream()
                .filter(entry -> entry.number() > after)
                .forEach(entry -> journal.add(entry(entry)));
        return journal;
    }

    JsonElement markers() {
        JsonObject markers = GSON.toJsonTree(world.markers().all()).getAsJsonObject();
        JsonArray secrets = new JsonArray();
        world.clients().secrets().forEach(secrets::add);
        markers.add("registered_client_secret", secrets);
        return markers;
    }

    private static JsonObject entry(Journal.Entry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("number", entry.number());
        json.addProperty("at", entry.at().toString());
        json.addProperty("area", entry.area().key());
        json.addProperty("person", entry.person());
        json.addProperty("method", entry.method());
        json.addProperty("path", entry.path());
        json.addProperty("status", entry.status());
        json.add("query", GSON.toJsonTree(entry.query()));
        json.add("form", GSON.toJsonTree(entry.form()));
        json.add("headers", GSON.toJsonTree(entry.headers()));
        return json;
    }

    private JsonArray faults() {
        JsonArray faults = new JsonArray();
        for (FaultStore.Rule rule : world.faults().inForce()) {
            JsonObject json = new JsonObject();
            json.addProperty("id", rule.id());
            json.addProperty("area", rule.area().key());
            json.addProperty("person", rule.person());
            json.addProperty("words", rule.words());
            json.addProperty("times", rule.times());
            faults.add(json);
        }
        return faults;
    }

    private JsonObject switches() {
        JsonObject switches = new JsonObject();
        world.switches().set().forEach((which, values) -> switches.add(which.key(), GSON.toJsonTree(values)));
        return switches;
    }

    private JsonArray people() {
        Instant now = world.clock().instant();
        JsonArray people = new JsonArray();
        for (Person person : world.people().all()) {
            JsonObject json = new JsonObject();
            json.addProperty("key", person.key());
            json.addProperty("email", person.email());
            json.addProperty("sub", person.sub());
            json.addProperty("email_verified", person.emailVerified());
            json.addProperty("hd", person.hostedDomain());
            json.addProperty("name", person.name());
            json.add("scopes", GSON.toJsonTree(world.grants().scopesOf(person.key())));
            json.addProperty("live_refresh_tokens", world.grants().liveRefreshTokens(person.key(), now));
            people.add(json);
        }
        return people;
    }
}
