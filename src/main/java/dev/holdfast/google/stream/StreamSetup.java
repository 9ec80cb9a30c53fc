package dev.holdfast.google.stream;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.JsonBody;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The configuration of a stream: where Google delivers, and the URIs of the events that it reports. The texts come from Google,
 * and another installation may have written them.
 */
public record StreamSetup(String method, String url, Set<String> events) {

    private static final String PUSH = "https://schemas.openid.net/secevent/risc/delivery-method/push";
    private static final Pattern SHOWABLE = Pattern.compile("https?://[\\x21-\\x7E&&[^\\\\\"'<>`{}|^]]+");
    private static final int LONGEST_SHOWN = 500;
    private static final int MOST_EVENTS = 100;

    /** Returns the configuration of an installation that receives at this address, without any event yet. */
    public static StreamSetup pushingTo(String url) {
        return new StreamSetup(PUSH, url, Set.of());
    }

    static StreamSetup parse(String body) throws GoogleTrouble {
        Map<String, Object> members = JsonBody.members(body).orElseThrow(() -> new GoogleTrouble("unusable_body"));
        Map<?, ?> delivery = members.get("delivery") instanceof Map<?, ?> found ? found : Map.of();
        Set<String> events = new LinkedHashSet<>();
        if (members.get("events_requested") instanceof List<?> requested) {
            requested.stream().limit(MOST_EVENTS).filter(String.class::isInstance).map(String.class::cast).forEach(events::add);
        }
        return new StreamSetup(text(delivery, "delivery_method"), text(delivery, "url"), events);
    }

    private static String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String value ? value : "";
    }

    /** Returns the body of {@code stream:update}, which always takes the whole configuration. */
    String json() {
        return JSONObjectUtils.toJSONString(Map.of("delivery", Map.of("delivery_method", method, "url", url),
                "events_requested", events.stream().sorted().toList()));
    }

    /** Tells whether Google delivers to this address, by any method. */
    public boolean deliversTo(String address) {
        return address.equals(url);
    }

    /** Returns the same with more events; those that are requested already stay. */
    public StreamSetup with(Set<String> more) {
        Set<String> all = new LinkedHashSet<>(events);
        all.addAll(more);
        return new StreamSetup(method, url, all);
    }

    /**
     * Returns the address as people may see it: without its user and its query, which can be secrets; {@code ?} for a text that
     * is none, or one of more than 500 characters.
     */
    public String shownUrl() {
        String plain = url.replaceFirst("[?#].*", "").replaceFirst("^(https?://)[^/]*@", "$1");
        return plain.length() <= LONGEST_SHOWN && SHOWABLE.matcher(plain).matches() ? plain : "?";
    }
}
