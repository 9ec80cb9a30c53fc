package dev.holdfast.standin.authorization;

import dev.holdfast.standin.grant.AuthorizationError;
import dev.holdfast.standin.grant.StandInAuthorizationRequest;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.http.Template;
import dev.holdfast.standin.people.Person;
import dev.holdfast.standin.world.World;
import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/** The pages of a sign-in. */
final class AuthorizationPages {

    private final World world;

    AuthorizationPages(World world) {
        this.world = world;
    }

    StandInAnswer choose(Flows.Flow flow) {
        StandInAuthorizationRequest request = flow.request();
        StringBuilder people = new StringBuilder();
        world.people().all().stream()
                .sorted(Comparator.comparing((Person person) -> !person.is(request.loginHint()))
                        .thenComparing(person -> !fits(person, request.hostedDomain())))
                .forEach(person -> people.append(button(person, about(person, request))));
        return StandInAnswer.html(200, Template.page("Choose an account", "choose.html", Map.of(
                "flow", flow.id(), "application", application(request), "people", people.toString())));
    }

    StandInAnswer consent(Flows.Flow flow) {
        Set<String> others = StandInScopes.beyondIdentity(flow.request().scopes());
        boolean boxes = others.size() > 1
                || (others.size() == 1 && StandInScopes.hasIdentity(flow.request().scopes()));
        StringBuilder scopes = new StringBuilder();
        for (String scope : others) {
            scopes.append(Template.fill(boxes ? "consent-box.html" : "consent-line.html",
                    Map.of("scope", scope, "words", StandInScopes.words(scope))));
        }
        return StandInAnswer.html(200, Template.page("Allow access", "consent.html", Map.of(
                "flow", flow.id(),
                "application", application(flow.request()),
                "name", flow.person().name(),
                "email", flow.person().email(),
                "picture", picture(flow.person()),
                "scopes", scopes.toString())));
    }

    StandInAnswer error(AuthorizationError error) {
        return StandInAnswer.html(error.status(), Template.page("Access blocked", "error.html", Map.of(
                        "status", Integer.toString(error.status()),
                        "code", error.code(),
                        "description", error.getMessage())))
                .with("Cache-Control", "no-store");
    }

    private static String about(Person person, StandInAuthorizationRequest request) {
        if (!fits(person, request.hostedDomain())) {
            return "Not the kind of account the application asked for";
        }
        return person.is(request.loginHint()) ? "Suggested by the application" : person.about();
    }

    private String button(Person person, String about) {
        return Template.fill("choose-person.html", Map.of(
                "name", person.name(), "email", person.email(), "about", about, "picture", picture(person)));
    }

    private static String picture(Person person) {
        return "/pictures/" + person.key() + ".svg";
    }

    /** Decides on order and words only: Google's {@code hd} does not exclude other people either. */
    private static boolean fits(Person person, String hostedDomain) {
        return hostedDomain == null
                || (person.hostedDomain() != null
                        && (hostedDomain.equals("*") || hostedDomain.equals(person.hostedDomain())));
    }

    private static String application(StandInAuthorizationRequest request) {
        return "Holdfast at " + URI.create(request.redirectUri()).getAuthority();
    }
}
