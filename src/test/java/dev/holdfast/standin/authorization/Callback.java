package dev.holdfast.standin.authorization;

import dev.holdfast.standin.grant.Codes;
import dev.holdfast.standin.grant.StandInAuthorizationRequest;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.people.Person;
import dev.holdfast.standin.world.Switch;
import dev.holdfast.standin.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The way back to the client (RFC 6749 §4.1.2, RFC 9207). */
final class Callback {

    private final World world;

    Callback(World world) {
        this.world = world;
    }

    /**
     * Returns the callback with a code for the scopes that the person allowed; {@code consented}: they were asked just now.
     */
    String allowed(StandInAuthorizationRequest request, Person person, Set<String> scopes, boolean consented) {
        String error = world.switches().get(Switch.CALLBACK_ERROR, person.key());
        if (!error.isEmpty()) {
            return refused(request, person, error);
        }
        Codes.Code code = new Codes.Code(world.markers().newCode(), request, person.key(), scopes, consented,
                world.clock().instant().plus(world.switches().seconds(Switch.CODE_LIFETIME, person.key())));
        world.codes().add(code);
        StringBuilder uri = start(request);
        add(uri, "iss", issuer(person));
        add(uri, "code", code.value());
        add(uri, "scope", StandInScopes.format(scopes));
        add(uri, "authuser", "0");
        add(uri, "hd", person.hostedDomain());
        add(uri, "prompt", consented ? "consent" : "none");
        return end(uri, person);
    }

    String refused(StandInAuthorizationRequest request, Person person, String error) {
        StringBuilder uri = start(request);
        add(uri, "error", error);
        String description = world.switches().get(Switch.CALLBACK_ERROR_DESCRIPTION, keyOf(person));
        add(uri, "error_description", description.isEmpty() ? null : description);
        add(uri, "iss", issuer(person));
        return end(uri, person);
    }

    private StringBuilder start(StandInAuthorizationRequest request) {
        StringBuilder uri = new StringBuilder(request.redirectUri()).append('?');
        add(uri, "state", request.state());
        return uri;
    }

    private String end(StringBuilder uri, Person person) {
        if (world.switches().get(Switch.CALLBACK_ISS, keyOf(person)).equals("doubled")) {
            add(uri, "iss", world.origin());
        }
        String extra = world.switches().get(Switch.CALLBACK_EXTRA, keyOf(person));
        return extra.isEmpty() ? uri.toString() : uri.append('&').append(extra).toString();
    }

    private String issuer(Person person) {
        String set = world.switches().get(Switch.CALLBACK_ISS, keyOf(person));
        return switch (set) {
            case "", "doubled" -> world.origin();
            case "missing" -> null;
            case "empty" -> "";
            default -> set;
        };
    }

    private static String keyOf(Person person) {
        return person == null ? null : person.key();
    }

    private static void add(StringBuilder uri, String name, String value) {
        if (value != null) {
            uri.append(uri.charAt(uri.length() - 1) == '?' ? "" : "&")
                    .append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
