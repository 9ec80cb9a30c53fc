package dev.holdfast.standin.world;

import dev.holdfast.standin.fault.Rules;
import dev.holdfast.standin.grant.Clients;
import dev.holdfast.standin.grant.Codes;
import dev.holdfast.standin.grant.Grants;
import dev.holdfast.standin.grant.Scopes;
import dev.holdfast.standin.idtoken.SigningKeys;
import dev.holdfast.standin.journal.Acts;
import dev.holdfast.standin.journal.Counts;
import dev.holdfast.standin.journal.Journal;
import dev.holdfast.standin.journal.Markers;
import dev.holdfast.standin.people.People;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;

/** Everything the endpoints share. */
public record World(
        String origin,
        ShiftedClock clock,
        People people,
        Clients clients,
        Grants grants,
        Codes codes,
        Markers markers,
        Switches switches,
        Rules rules,
        SigningKeys keys,
        Journal journal,
        Counts counts,
        Acts acts) {

    public static World at(String origin, Clock clock) {
        return new World(
                origin,
                new ShiftedClock(clock),
                new People(),
                new Clients(),
                new Grants(),
                new Codes(),
                new Markers(),
                new Switches(),
                new Rules(),
                new SigningKeys(),
                new Journal(),
                new Counts(),
                new Acts());
    }

    /** The scopes without those a switch drops for this person. */
    public Set<String> trimmed(Set<String> scopes, Switch which, String person) {
        String dropped = switches.get(which, person);
        if (dropped.equals("all")) {
            return Scopes.identityIn(scopes);
        }
        Set<String> kept = new LinkedHashSet<>(scopes);
        kept.removeAll(Scopes.parse(dropped));
        return kept;
    }
}
