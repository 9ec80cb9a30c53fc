package dev.holdfast.standin.calendar;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The events in each person's primary calendar; everybody begins with two. */
final class CalendarEvents {

    private static final int MOST = 1000;

    private final Clock clock;
    private final Map<String, Map<String, JsonObject>> calendars = new ConcurrentHashMap<>();
    private long last;

    CalendarEvents(Clock clock) {
        this.clock = clock;
    }

    synchronized List<JsonObject> of(String person) {
        return List.copyOf(calendar(person).values());
    }

    /** Null if there is none. */
    synchronized JsonObject find(String person, String id) {
        return calendar(person).get(id);
    }

    synchronized JsonObject add(String person, JsonObject event) {
        Map<String, JsonObject> calendar = calendar(person);
        if (calendar.size() >= MOST) {
            calendar.remove(calendar.keySet().iterator().next());
        }
        return put(calendar, event);
    }

    synchronized JsonObject change(String person, String id, JsonObject change) {
        JsonObject event = calendar(person).get(id);
        change.entrySet().stream().filter(member -> !member.getKey().equals("id"))
                .forEach(member -> event.add(member.getKey(), member.getValue()));
        event.addProperty("etag", "\"" + ++last + "\"");
        return event;
    }

    synchronized void remove(String person, String id) {
        calendar(person).remove(id);
    }

    private Map<String, JsonObject> calendar(String person) {
        return calendars.computeIfAbsent(person, key -> {
            Map<String, JsonObject> calendar = new LinkedHashMap<>();
            put(calendar, event("Stand-up", 1));
            put(calendar, event("Lunch with Emi", 3));
            return calendar;
        });
    }

    private JsonObject put(Map<String, JsonObject> calendar, JsonObject event) {
        String id = "standin" + ++last;
        event.addProperty("kind", "calendar#event");
        event.addProperty("id", id);
        event.addProperty("etag", "\"" + last + "\"");
        event.addProperty("status", "confirmed");
        calendar.put(id, event);
        return event;
    }

    private JsonObject event(String summary, int hoursAhead) {
        JsonObject start = new JsonObject();
        start.addProperty("dateTime", clock.instant().truncatedTo(ChronoUnit.HOURS).plus(hoursAhead, ChronoUnit.HOURS).toString());
        JsonObject event = new JsonObject();
        event.addProperty("summary", summary);
        event.add("start", start);
        return event;
    }
}
