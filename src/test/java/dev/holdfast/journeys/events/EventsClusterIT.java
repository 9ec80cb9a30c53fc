package dev.holdfast.journeys.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.EventStream;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A page that listens at one node, while everything happens at the other. */
@ResourceLock(Locks.CLUSTER)
class EventsClusterIT {

    private Cluster cluster;
    private Guest guest;

    @BeforeEach
    void enter() {
        cluster = Cluster.shared();
        guest = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA);
    }

    @Test
    void streamWhenTheSessionEndsAtTheOtherNodeThenToldWithinASecondOrTwo() {
        try (EventStream stream = EventStream.of(guest.browser())) {
            stream.awaits("grant");
            assertEquals(204, guest.browser().copy().through(cluster.other()).logout().statusCode());
            long ended = System.nanoTime();
            stream.awaits("session_ended {\"reason\":\"signed_out\"}");
            long took = System.nanoTime() - ended;
            assertTrue(took < Duration.ofSeconds(2).toNanos(), "within a second, and the time of a slow machine: " + took);
            stream.awaitsEnd();
        }
    }

    @Test
    void streamWhenTheGrantChangesAtTheOtherNodeThenTold() {
        try (EventStream stream = EventStream.of(guest.browser())) {
            stream.awaits("grant {\"status\":\"active\"");
            cluster.google().control().fault(StandInArea.REFRESH, FaultKind.HTML_502);
            Browser there = guest.at(cluster.other()).browser();
            there.keepingCookies(there.post("/api/google/grant/check").header("Authorization", "Bearer " + there.accessToken()));
            stream.awaits("grant {\"status\":\"degraded\"");
        }
    }
}
