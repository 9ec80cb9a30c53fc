package dev.holdfast.standin.world;

import dev.holdfast.standin.fault.FaultStore;
import dev.holdfast.standin.grant.Clients;
import dev.holdfast.standin.grant.Codes;
import dev.holdfast.standin.grant.StandInGrants;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.idtoken.StandInSigningKeys;
import dev.holdfast.standin.journal.Acts;
import dev.holdfast.standin.journal.Journal;
import dev.holdfast.standin.journal.Markers;
import dev.holdfast.standin.journal.StandInCounts;
import dev.holdfast.standin.people.People;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;

/** The state that the endpoints share. */
public record World(
        String origin,
        ShiftedClock clock,
        People people,
        Clients clients,
        StandInGrants grants,
        Codes codes,
        Markers markers,
        Switches switches,
        FaultStore faults,
        StandInSigningKeys keys,
        Journal journal,
        StandInCounts counts,
        Acts acts) {

    public static World at(String origin, Clock clock) {
        return new World(
                origin,
                new ShiftedClock(clock),
                new People(),
                new Clients(),
                new StandInGrants(),
                new Codes(),
                new Markers(),
                new Switches(),
                new FaultStore(),
                new StandInSigningKeys(),
                new Journal(),
                new StandInCounts(),
                new Acts());
    }

    /** Returns the scopes without those a switch drops for this person. */
    public Set<String> trimmed(Set<String> scopes, Switch which, String person) {
        String dropped = switches.get(which, person);
        if (dropped.equals("all")) {
            return StandInScopes.identityIn(scopes);
        }
        Set<String> kept = new LinkedHashSet<>(scopes);
        kept.removeAll(StandInScopes.parse(dropped));
        return kept;
    }
}
