package dev.holdfast.standin.authorization;

import dev.holdfast.standin.grant.AuthorizationError;
import dev.holdfast.standin.grant.StandInAuthorizationRequest;
import dev.holdfast.standin.journal.Markers;
import dev.holdfast.standin.people.Person;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sign-ins under way, by the id their pages carry. */
final class Flows {

    private static final int MOST = 2000;

    /** A sign-in; {@code person} is null until chosen. */
    record Flow(String id, StandInAuthorizationRequest request, Person person) {}

    private final Map<String, Flow> flows = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Flow> eldest) {
            return size() > MOST;
        }
    };

    synchronized Flow start(StandInAuthorizationRequest request) {
        Flow flow = new Flow(Markers.random(12), request, null);
        flows.put(flow.id(), flow);
        return flow;
    }

    synchronized Flow choose(Flow flow, Person person) {
        Flow chosen = new Flow(flow.id(), flow.request(), person);
        flows.put(flow.id(), chosen);
        return chosen;
    }

    synchronized Flow get(String id) {
        Flow flow = id == null ? null : flows.get(id);
        if (flow == null) {
            throw new AuthorizationError(400, "invalid_request", "This sign-in is not known here any more.");
        }
        return flow;
    }
}
