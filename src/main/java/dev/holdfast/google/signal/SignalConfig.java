package dev.holdfast.google.signal;

import dev.holdfast.google.GoogleConfig;
import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of security signals: whether they are received, and from which transmitters besides Google. */
@ApplicationScoped
public class SignalConfig implements RoomSettings {

    private static final String PREFIX = "holdfast.signals.";
    private static final Set<String> MEMBERS = Set.of("issuer", "jwks-uri", "audience");
    private static final String ON = "on";

    private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x7E&&[^,]]+");

    private boolean on;
    private URI riscConfiguration;
    private Set<String> clientIds;
    private final List<Other> others = new ArrayList<>();

    /** Another transmitter. {@code audience}: our name at it; {@code keys}: the address of its JSON Web Key Set. */
    record Other(String issuer, URI keys, String audience) {}

    protected SignalConfig() {}

    @Inject
    public SignalConfig(Settings settings, GoogleConfig google) {
        on = ON.equals(settings.choice("holdfast.google.signals", "off", List.of("off", ON)));
        riscConfiguration = settings.httpUrl("holdfast.google.risc-configuration",
                google.issuer().replaceFirst("/+$", "") + "/.well-known/risc-configuration");
        clientIds = new LinkedHashSet<>(Set.of(google.clientId()));
        clientIds.addAll(formerClientIds(settings));
        settings.names(PREFIX, "transmitter", MEMBERS).forEach(name -> others.add(read(PREFIX + name + ".", settings)));
    }

    /** Returns whether signals are received at all. */
    public boolean isOn() {
        return on;
    }

    URI riscConfiguration() {
        return riscConfiguration;
    }

    /** Returns the client ids that a signal of Google's may be meant for: today's, and those of before. */
    Set<String> clientIds() {
        return Set.copyOf(clientIds);
    }

    List<Other> others() {
        return List.copyOf(others);
    }

    private static List<String> formerClientIds(Settings settings) {
        String key = "holdfast.google.former-client-ids";
        List<String> ids = Stream.of(settings.text(key, "").split(",")).map(String::strip).filter(id -> !id.isEmpty()).toList();
        if (ids.stream().anyMatch(id -> !CLIENT_ID.matcher(id).matches())) {
            settings.fault(key, "must be client ids separated by commas");
        }
        return ids;
    }

    private static Other read(String keys, Settings settings) {
        String issuer = settings.required(keys + "issuer", "it is the iss of the transmitter's tokens, letter for letter");
        String audience = settings.required(keys + "audience", "it is the aud that the transmitter writes for this receiver");
        String jwks = keys + "jwks-uri";
        settings.required(jwks, "it is the https address of the transmitter's keys");
        return new Other(issuer, settings.httpUrl(jwks).orElseGet(() -> URI.create("https://localhost/")), audience);
    }
}
