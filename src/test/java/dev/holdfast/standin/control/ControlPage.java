package dev.holdfast.standin.control;

import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.http.Template;
import dev.holdfast.standin.idtoken.IdTokenFault;
import dev.holdfast.standin.journal.Journal;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.Person;
import dev.holdfast.standin.world.Switch;
import dev.holdfast.standin.world.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code GET /control}: everything in force and a button for every failure. */
final class ControlPage {

    private static final int LATEST = 25;
    private static final int LATEST_ACTS = 5;

    private final World world;

    ControlPage(World world) {
        this.world = world;
    }

    /** {@code chosen}: the person whom the forms are about, empty for everybody. */
    StandInAnswer show(String chosen) {
        Duration shift = world.clock().shift();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("origin", world.origin());
        values.put("clock", world.clock().instant().toString().substring(0, 19).replace('T', ' ') + " UTC");
        values.put("shift", shift.isZero() ? "" : "moved by " + shift.toString().substring(2).toLowerCase(Locale.ROOT));
        values.put("inForce", inForce());
        values.put("people", world.people().all().stream().map(this::person).collect(Collectors.joining()));
        values.put("whose", whose(chosen));
        values.put("application", applicationLink());
        values.put("tour", tour());
        values.put("acts", acts());
        values.put("script", Template.load("control.js"));
        values.put("scenarios", scenarios());
        values.put("weather", faultForm(chosen));
        values.put("count", Integer.toString(Switch.values().length));
        values.put("switches", switches(chosen));
        values.put("latest", latest() + counts());
        String html = Template.page("Control", "control.html", values);
        return StandInAnswer.html(200, html).with("Cache-Control", "no-store");
    }

    private String inForce() {
        Stream<String> faults = world.faults().inForce().stream().map(rule -> Template.fill("control-rule.html", Map.of(
                "id", Long.toString(rule.id()),
                "words", rule.words(),
                "area", rule.area().key(),
                "person", rule.person() == null ? "everybody" : rule.person(),
                "times", rule.times() < 0 ? "until cleared" : "next " + rule.times())));
        Stream<String> switches = world.switches().set().entrySet().stream()
                .flatMap(set -> set.getValue().entrySet().stream().map(value -> setSwitch(set.getKey(), value)));
        String all = Stream.concat(faults, switches).collect(Collectors.joining());
        return (all.isEmpty() ? "<li class=\"calm\">No faults: it behaves as Google does on a good day.</li>" : all)
                + ownStandards();
    }

    private String ownStandards() {
        return world.switches().ownStandards().entrySet().stream()
                .filter(own -> own.getKey() != Switch.APPLICATION_URL && !own.getValue().equals(own.getKey().standard()))
                .map(own -> Template.fill("control-standard.html", Map.of("switch", own.getKey().key(),
                        "value", own.getValue(), "google", own.getKey().standard())))
                .sorted().collect(Collectors.joining());
    }

    private static String setSwitch(Switch which, Map.Entry<String, String> value) {
        return Template.fill("control-set-switch.html", Map.of(
                "switch", which.key(),
                "value", value.getValue(),
                "key", value.getKey(),
                "person", value.getKey().isEmpty() ? "everybody" : value.getKey()));
    }

    private String person(Person person) {
        List<String> scopes = StandInScopes.beyondIdentity(world.grants().scopesOf(person.key())).stream()
                .map(StandInScopes::words)
                .toList();
        boolean granted = !world.grants().scopesOf(person.key()).isEmpty();
        int tokens = world.grants().liveRefreshTokens(person.key(), world.clock().instant());
        return Template.fill("control-person.html", Map.of(
                "picture", "/pictures/" + person.key() + ".svg",
                "name", person.name(),
                "email", person.email(),
                "about", person.about(),
                "state", granted ? "Allowed: sign-in" + scopes.stream().map(words -> "; " + words)
                        .collect(Collectors.joining()) : "Allowed nothing yet",
                "tokens", tokens + (tokens == 1 ? " live refresh token" : " live refresh tokens"),
                "refreshes", Long.toString(world.counts().of(StandInArea.REFRESH, person.key())),
                "calls", Long.toString(world.counts().of(StandInArea.DRIVE, person.key())),
                "key", person.key()));
    }

    private String whose(String chosen) {
        return "<option value=\"\">everybody</option>" + world.people().all().stream()
                .map(person -> option(person.key(), person.key(), person.is(chosen)))
                .collect(Collectors.joining());
    }

    private String applicationLink() {
        String url = world.switches().get(Switch.APPLICATION_URL);
        return url.isEmpty() ? "" : Template.fill("control-application.html", Map.of("url", url));
    }

    private String tour() {
        return new Tour(world).steps().stream()
                .map(step -> Template.fill(step.done() ? "control-step-done.html" : "control-step.html",
                        Map.of("words", step.words())))
                .collect(Collectors.joining());
    }

    private String acts() {
        String all = world.acts().all().stream().limit(LATEST_ACTS)
                .map(act -> Template.fill("control-act.html",
                        Map.of("at", act.at().toString().substring(11, 19), "words", act.words())))
                .collect(Collectors.joining());
        return all.isEmpty() ? "<li class=\"calm\">Nothing yet.</li>" : all;
    }

    private static String scenarios() {
        return Stream.of(Scenario.values())
                .map(scenario -> Template.fill("control-scenario.html", Map.of(
                        "name", scenario.key(), "title", scenario.title(), "seen", scenario.seen())))
                .collect(Collectors.joining());
    }

    private String faultForm(String chosen) {
        String areas = Stream.of(StandInArea.values())
                .map(area -> option(area.key(), area.key()))
                .collect(Collectors.joining());
        String kinds = Stream.of(FaultKind.values())
                .map(kind -> option(kind.key(), kind.words()))
                .collect(Collectors.joining());
        return Template.fill("control-weather.html", Map.of("areas", areas, "mishaps", kinds, "whose", whose(chosen)));
    }

    private String switches(String chosen) {
        String faults = Stream.of(IdTokenFault.values())
                .map(fault -> option(fault.key(), fault.words()))
                .collect(Collectors.joining());
        return Stream.of(Switch.values())
                .map(which -> Template.fill(which == Switch.ID_TOKEN ? "control-fault.html" : "control-switch.html",
                        Map.of("switch", which.key(), "words", which.words(), "faults", faults, "whose", whose(chosen),
                                "value", world.switches().get(which))))
                .collect(Collectors.joining());
    }

    private String counts() {
        return Stream.of(StandInArea.values())
                .map(area -> "<tr><th scope=\"row\">" + area.key() + "</th><td data-count=\"" + area.key() + "\">"
                        + world.counts().of(area) + "</td></tr>")
                .collect(Collectors.joining("", "<table class=\"counts\"><caption>Calls</caption><tbody>",
                        "</tbody></table>"));
    }

    private String latest() {
        List<Journal.Entry> entries = world.journal().entries();
        return entries.subList(Math.max(0, entries.size() - LATEST), entries.size()).stream()
                .sorted((a, b) -> Long.compare(b.number(), a.number()))
                .map(ControlPage::entry)
                .collect(Collectors.joining("", "<table class=\"latest\"><caption>Latest calls</caption><tbody>",
                        "</tbody></table>"));
    }

    private static String entry(Journal.Entry entry) {
        return Template.fill("control-entry.html", Map.of(
                "at", entry.at().toString().substring(11, 19),
                "area", entry.area().key(),
                "request", entry.method() + " " + entry.path(),
                "person", entry.person() == null ? "" : entry.person(),
                "status", entry.status() < 0 ? "dropped" : entry.status() == 0 ? "waiting" : "" + entry.status()));
    }

    private static String option(String value, String words) {
        return option(value, words, false);
    }

    private static String option(String value, String words, boolean selected) {
        return "<option value=\"" + Template.escape(value) + (selected ? "\" selected>" : "\">") + Template.escape(words) + "</option>";
    }
}
