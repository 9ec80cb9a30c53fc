package dev.holdfast.journeys.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.EventStream;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.signal.SetDraft;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two servers on one PostgreSQL: a signal that one of them accepts takes effect at both, whichever of them works on it. */
@Order(1)
@ResourceLock(Locks.CLUSTER)
class SignalsClusterIT {

    /** A second for the work, a second for the feed, and the time of one question. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private Cluster cluster;
    private Guest ada;

    @BeforeEach
    void enter() throws IOException {
        cluster = Cluster.shared();
        ada = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA);
    }

    /** Both nodes know the keys, so that a copy is never told to come again while they are fetched. */
    private void learnKeys() {
        for (URI node : List.of(cluster.one().origin(), cluster.other().origin())) {
            Eventually.holds(Duration.ofSeconds(20), "the keys are known",
                    () -> deliver(at(node), cluster.google().signals().verification("hello")) == 202);
        }
    }

    @Test
    void sessionWhenASignalComesToOneNodeThenTheOtherRefusesItsAccessToken() {
        Browser there = ada.browser().copy().through(cluster.other());
        Answers.fine(there.get("/api/account"));

        assertEquals(202, deliver(at(cluster.one().origin()), signal()));

        Eventually.holds(SOON, "the other node knows", () -> there.get("/api/account").statusCode() == 401);
        Answers.over(there.get("/api/account"), "session_ended", "google_signed_out");
    }

    /** A page that asks for nothing; {@code EndingLoad} has the figures of a quiet machine. */
    @Test
    void streamWhenASignalComesToOneNodeThenThePageAtTheOtherIsToldTheReason() {
        learnKeys();
        try (EventStream stream = EventStream.of(ada.browser().copy().through(cluster.other()))) {
            stream.awaits("hello");
            assertEquals(202, deliver(at(cluster.one().origin()), signal()));

            Eventually.holds(SOON, "the page is told", () -> stream.events()
                    .contains("session_ended {\"reason\":\"google_signed_out\"}"));
            stream.awaitsEnd();
        }
    }

    /** Copies reach both nodes at once: all are accepted, and one is worked on. */
    @Test
    void signalWhenItsCopiesComeToBothNodesAtOnceThenItIsKeptOnce() {
        learnKeys();
        String token = cluster.google().signals().token(signal().earlier(Duration.ofMinutes(5)));
        List<CompletableFuture<Integer>> copies = IntStream.range(0, 10).mapToObj(copy -> CompletableFuture.supplyAsync(() ->
                cluster.google().signals().deliver(at((copy % 2 == 0 ? cluster.one() : cluster.other()).origin()), token)))
                .toList();

        copies.forEach(copy -> assertEquals(202, copy.join()));
        Eventually.holds(SOON, "it is worked on", () -> told() == 1);
        assertEquals(1, cluster.number("select count(*) from signal_inbox where account_id = '" + ada.accountId() + "'"));
        assertEquals(1, told());
    }

    /** The row is all that a node has left that died after its commit. */
    @Test
    void signalWhenTheNodeThatAcceptedItIsGoneThenAnotherWorksOnIt() {
        insert("null");

        Eventually.holds(SOON, "it is worked on", () -> told() == 1);
        Answers.over(ada.browser().refresh(), "session_ended", "google_signed_out");
    }

    @Test
    void signalWhenTheNodeThatWorksOnItIsGoneThenAnotherGoesOnAfterItsLease() {
        insert("(now() at time zone 'utc') + interval '3 seconds'");

        assertEquals(0, told());
        Eventually.holds(SOON.plusSeconds(3), "it is worked on", () -> told() == 1);
    }

    private void insert(String takenUntil) {
        cluster.run("insert into signal_inbox (id, event_key, type, from_google, account_id, event_at, received_at, taken_until)"
                + " values ('" + UUID.randomUUID() + "', '" + UUID.randomUUID() + "', 'sessions-revoked', 1, '" + ada.accountId()
                + "', now() at time zone 'utc', now() at time zone 'utc', " + takenUntil + ")");
    }

    private long told() {
        return cluster.number("select count(*) from activity where account_id = '" + ada.accountId()
                + "' and type = 'signal_received'");
    }

    private SetDraft signal() {
        return cluster.google().signals().about(People.ADA, "sessions-revoked");
    }

    private int deliver(URI receiver, SetDraft draft) {
        return cluster.google().signals().deliver(receiver, cluster.google().signals().token(draft));
    }

    private static URI at(URI origin) {
        return URI.create(origin + "/signals/google");
    }
}
