package dev.holdfast.standin.calendar;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.http.ApiError;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.token.BearerCheck;
import dev.holdfast.standin.world.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Calendar v3: the list of calendars, and the events of the primary calendar of each person. */
public final class StandInCalendarApi {

    public static final String ROOT = "/calendar/v3";

    private static final String EVENTS = ROOT + "/calendars/primary/events";
    private static final Set<String> READING = new LinkedHashSet<>(
            List.of(StandInScopes.CALENDAR, StandInScopes.CALENDAR_READONLY, StandInScopes.CALENDAR_EVENTS));
    private static final Set<String> WRITING =
            new LinkedHashSet<>(List.of(StandInScopes.CALENDAR, StandInScopes.CALENDAR_EVENTS));

    private final BearerCheck bearer;
    private final CalendarEvents events;

    public StandInCalendarApi(World world) {
        this.bearer = new BearerCheck(world);
        this.events = new CalendarEvents(world.clock());
    }

    /** Every request below {@link #ROOT}. */
    public StandInAnswer answer(Call call) {
        boolean reads = Set.of("GET", "HEAD").contains(call.method());
        String person = bearer.token(call, reads ? READING : WRITING).person();
        if (reads && call.path().equals(ROOT + "/users/me/calendarList")) {
            return StandInAnswer.json(200, calendars(person)).with("ETag", "\"calendars-1\"").uncached();
        }
        if (call.path().equals(EVENTS)) {
            return reads ? list(person) : create(call, person);
        }
        return call.path().startsWith(EVENTS + "/")
                ? one(call, person, call.path().substring(EVENTS.length() + 1)) : notFound();
    }

    private static JsonObject calendars(String person) {
        JsonObject primary = new JsonObject();
        primary.addProperty("kind", "calendar#calendarListEntry");
        primary.addProperty("id", person);
        primary.addProperty("summary", person);
        primary.addProperty("primary", true);
        return listing("calendar#calendarList", List.of(primary));
    }

    private StandInAnswer list(String person) {
        return StandInAnswer.json(200, listing("calendar#events", events.of(person))).uncached();
    }

    private StandInAnswer create(Call call, String person) {
        if (!call.method().equals("POST")) {
            return notFound();
        }
        return StandInAnswer.json(200, events.add(person, body(call))).uncached();
    }

    private StandInAnswer one(Call call, String person, String id) {
        JsonObject event = events.find(person, id);
        if (event == null) {
            return notFound();
        }
        return switch (call.method()) {
            case "GET", "HEAD" -> found(event);
            case "PATCH" -> call.headers().getOrDefault("If-Match", etag(event)).equals(etag(event))
                    ? found(events.change(person, id, body(call)))
                    : ApiError.global(412, "conditionNotMet", "Precondition Failed").answer();
            case "DELETE" -> {
                events.remove(person, id);
                yield StandInAnswer.empty(204);
            }
            default -> notFound();
        };
    }

    private static StandInAnswer found(JsonObject event) {
        return StandInAnswer.json(200, event).with("ETag", etag(event)).uncached();
    }

    private static String etag(JsonObject event) {
        return event.get("etag").getAsString();
    }

    private static JsonObject body(Call call) {
        try {
            return JsonParser.parseString(call.body()).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException noObject) {
            throw ApiError.global(400, "parseError", "Parse Error").refusal();
        }
    }

    private static JsonObject listing(String kind, List<JsonObject> entries) {
        JsonObject listing = new JsonObject();
        listing.addProperty("kind", kind);
        JsonArray items = new JsonArray();
        entries.forEach(items::add);
        listing.add("items", items);
        return listing;
    }

    private static StandInAnswer notFound() {
        return ApiError.global(404, "notFound", "Not Found").answer();
    }
}
