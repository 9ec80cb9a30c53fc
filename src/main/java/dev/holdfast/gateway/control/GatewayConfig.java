package dev.holdfast.gateway.control;

import dev.holdfast.gateway.entity.AllowRule;
import dev.holdfast.gateway.entity.GatewayApi;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.entity.ByteSize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The settings {@code holdfast.gateway.<api>.*}: the APIs that the gateway opens. Without any it opens none. */
@ApplicationScoped
public class GatewayConfig implements RoomSettings {

    private static final String PREFIX = "holdfast.gateway.";
    private static final Set<String> MEMBERS = Set.of("root", "allow", "max-request", "per-minute", "timeout");

    /** A name that another resource of ours has below {@code /api/google/}. */
    private static final String TAKEN = "grant";

    private static final Duration LEAST_TIMEOUT = Duration.ofMillis(100);
    private static final ByteSize USUAL_REQUEST = ByteSize.parse("1MB");

    private final Map<String, GatewayApi> apis = new TreeMap<>();

    protected GatewayConfig() {}

    @Inject
    public GatewayConfig(Settings settings, GoogleConfig google) {
        settings.names(PREFIX, "api", MEMBERS).forEach(name -> apis.put(name, read(name, settings, google)));
    }

    /** Returns the API of this name; empty if none is configured. */
    public Optional<GatewayApi> api(String name) {
        return Optional.ofNullable(apis.get(name));
    }

    public Collection<GatewayApi> apis() {
        return List.copyOf(apis.values());
    }

    private static GatewayApi read(String name, Settings settings, GoogleConfig google) {
        String keys = PREFIX + name + ".";
        if (name.equals(TAKEN)) {
            settings.fault(keys + "root", "cannot have this name: /api/google/" + TAKEN + " is an address of Holdfast's own");
        }
        return new GatewayApi(name, root(keys + "root", settings, google), rules(keys + "allow", settings),
                settings.parsed(keys + "max-request", USUAL_REQUEST, "must be a size from 1kB to 1GB, such as 1MB",
                        ByteSize::parse).orElse(USUAL_REQUEST).bytes(),
                settings.number(keys + "per-minute", 60, 1, 100_000),
                settings.duration(keys + "timeout", google.timeout(), LEAST_TIMEOUT, GoogleConfig.MOST_API_TIMEOUT));
    }

    private static URI root(String key, Settings settings, GoogleConfig google) {
        String cure = "must be an https URL of a host of googleapis.com, or below holdfast.google.api-root, such as"
                + " https://www.googleapis.com/calendar/v3";
        settings.required(key, cure);
        Optional<URI> root = settings.httpUrl(key);
        if (root.isPresent() && !google.isRootOfApi(root.get())) {
            settings.fault(key, cure);
        }
        return root.orElse(google.apiRoot());
    }

    private static List<AllowRule> rules(String key, Settings settings) {
        List<AllowRule> rules = new ArrayList<>();
        String[] texts = settings.required(key, "without a rule nothing is reachable").split("[,\\r\\n]");
        for (String text : texts) {
            if (!text.isBlank()) {
                AllowRule.parse(text).ifPresentOrElse(rules::add, () -> settings.fault(key, "must be rules separated by"
                        + " commas or lines, each METHOD[|METHOD] /path/pattern scope [scope], such as"
                        + " GET /calendars/*/events https://www.googleapis.com/auth/calendar.readonly"));
            }
        }
        return rules;
    }
}
