package dev.holdfast.standin.authorization;

import dev.holdfast.standin.grant.AuthorizationError;
import dev.holdfast.standin.grant.StandInAuthorizationRequest;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.people.Person;
import dev.holdfast.standin.world.Switch;
import dev.holdfast.standin.world.World;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code /o/oauth2/v2/auth} and its two forms, {@code /choose} and {@code /consent}.
 *
 * <p>By plain HTTP: read the hidden field {@code flow} of the page, POST {@code flow} and {@code person} to
 * {@code /o/oauth2/v2/auth/choose}; that redirects to the client or to the consent page; there POST {@code flow},
 * {@code answer=allow|cancel} and a {@code scope} for each ticked box to {@code /o/oauth2/v2/auth/consent}. Quicker:
 * add {@code standin_person} and {@code standin_consent} to the authorization request.
 */
public final class AuthorizationEndpoint {

    private final World world;
    private final AuthorizationRequestReader reader;
    private final AuthorizationPages pages;
    private final Callback callback;
    private final Flows flows = new Flows();

    public AuthorizationEndpoint(World world) {
        this.world = world;
        this.reader = new AuthorizationRequestReader(world);
        this.pages = new AuthorizationPages(world);
        this.callback = new Callback(world);
    }

    /** Answers the authorization request itself. */
    public StandInAnswer ask(Call call) {
        return shown(() -> {
            StandInAuthorizationRequest request = reader.read(call.query());
            world.markers().saw("state", request.state());
            world.markers().saw("nonce", request.nonce());
            checkPageError();
            String automatic = call.query().get("standin_person", world.switches().get(Switch.AUTOMATIC_PERSON));
            if (!automatic.isEmpty()) {
                String consent = call.query().get("standin_consent", world.switches().get(Switch.AUTOMATIC_CONSENT));
                return StandInAnswer.redirect(302, atOnce(request, automatic, consent));
            }
            return request.prompts("none")
                    ? StandInAnswer.redirect(302, silently(request))
                    : hinted(call, request).map(person -> proceed(flows.start(request), person, 302))
                            .orElseGet(() -> pages.choose(flows.start(request)));
        });
    }

    /**
     * Returns the person of the hint if they are signed in at the stand-in in this browser: they need not be chosen again.
     */
    private Optional<Person> hinted(Call call, StandInAuthorizationRequest request) {
        return request.prompts("select_account") ? Optional.empty() : world.people().find(request.loginHint())
                .filter(person -> SignedInHere.of(call).contains(person.sub()));
    }

    /** Takes the form of the first page. */
    public StandInAnswer choose(Call call) {
        return shown(() -> {
            Flows.Flow flow = flows.get(call.form().get("flow"));
            Person person = find(call.form().get("person"));
            return proceed(flow, person, 303).with("Set-Cookie", SignedInHere.of(call).and(person.sub()));
        });
    }

    private StandInAnswer proceed(Flows.Flow flow, Person person, int status) {
        if (needsConsent(flow.request(), person)) {
            flows.choose(flow, person);
            return StandInAnswer.redirect(status, "/o/oauth2/v2/auth/consent?flow=" + flow.id());
        }
        return StandInAnswer.redirect(status, signedIn(flow.request(), person));
    }

    public StandInAnswer consentPage(Call call) {
        return shown(() -> pages.consent(chosen(call.query().get("flow"))));
    }

    /** Takes the form of the consent page. */
    public StandInAnswer consent(Call call) {
        return shown(() -> {
            Flows.Flow flow = chosen(call.form().get("flow"));
            String answer = call.form().get("answer", "cancel");
            Set<String> ticked = new LinkedHashSet<>(call.form().all("scope"));
            return StandInAnswer.redirect(303, answer.equals("allow")
                    ? allow(flow.request(), flow.person(), ticked)
                    : callback.refused(flow.request(), flow.person(), "access_denied"));
        });
    }

    private String atOnce(StandInAuthorizationRequest request, String who, String consent) {
        Person person = find(who);
        if (consent.equals("cancel")) {
            return callback.refused(request, person, "access_denied");
        }
        if (!needsConsent(request, person)) {
            return signedIn(request, person);
        }
        return switch (consent) {
            case "all" -> allow(request, person, request.scopes());
            case "none" -> allow(request, person, Set.of());
            default -> allow(request, person, StandInScopes.parse(consent));
        };
    }

    /** Answers prompt=none (OpenID Connect Core §3.1.2.1), with the hint in place of a cookie. */
    private String silently(StandInAuthorizationRequest request) {
        Optional<Person> person = world.people().find(request.loginHint());
        if (person.isEmpty()) {
            return callback.refused(request, null, "login_required");
        }
        return needsConsent(request, person.get())
                ? callback.refused(request, person.get(), "interaction_required")
                : signedIn(request, person.get());
    }

    private boolean needsConsent(StandInAuthorizationRequest request, Person person) {
        return request.prompts("consent") || !world.grants().scopesOf(person.key()).containsAll(request.scopes());
    }

    private String signedIn(StandInAuthorizationRequest request, Person person) {
        Set<String> before = world.grants().scopesOf(person.key());
        return callback.allowed(request, person, request.granted(request.scopes(), before), false);
    }

    private String allow(StandInAuthorizationRequest request, Person person, Set<String> ticked) {
        Set<String> allowed = new LinkedHashSet<>(request.scopes());
        allowed.removeIf(scope -> !StandInScopes.isIdentity(scope) && !ticked.contains(scope));
        Set<String> before = world.grants().scopesOf(person.key());
        world.grants().consent(person.key(), allowed);
        return callback.allowed(request, person, request.granted(allowed, before), true);
    }

    private void checkPageError() {
        String error = world.switches().get(Switch.AUTHORIZATION_PAGE_ERROR);
        if (!error.isEmpty()) {
            int status = error.equals("rate_limit_exceeded") || error.equals("org_internal") ? 403 : 400;
            throw new AuthorizationError(status, error, "Access blocked: the stand-in was told to end sign-ins here.");
        }
    }

    private Flows.Flow chosen(String id) {
        Flows.Flow flow = flows.get(id);
        if (flow.person() == null) {
            throw new AuthorizationError(400, "invalid_request", "Nobody was chosen yet.");
        }
        return flow;
    }

    private Person find(String who) {
        return world.people().find(who)
                .orElseThrow(() -> new AuthorizationError(400, "invalid_request", "Nobody is called " + who));
    }

    private StandInAnswer shown(Supplier<StandInAnswer> work) {
        try {
            return work.get().with("Cache-Control", "no-store");
        } catch (AuthorizationError error) {
            return pages.error(error);
        }
    }
}
