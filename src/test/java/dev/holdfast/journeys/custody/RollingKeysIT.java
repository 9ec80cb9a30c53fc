package dev.holdfast.journeys.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Workplace;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** The encryption key is replaced on two nodes, one restart after the other, while a person works. */
class RollingKeysIT {

    private static final String KEYS = "HOLDFAST_CRYPTO_KEYS";
    private static final String NOT_UNDER = "select count(*) from google_grant where substring(refresh_token from 2 for 4)"
            + " <> '\\x0000000";

    private final String first = "1:" + Workplace.newKey();
    private final String second = "2:" + Workplace.newKey();
    private final Queue<String> trouble = new ConcurrentLinkedQueue<>();
    private final AtomicInteger served = new AtomicInteger();
    private volatile HoldfastServer open;
    private volatile boolean over;

    @Test
    void keysWhenRotatedNodeByNodeThenAPersonAtWorkNoticesNothing() throws Exception {
        // This is the state after the first restart: one node knows the new key already, as its second one.
        try (Cluster cluster = Cluster.start(Map.of(KEYS, first), Map.of(KEYS, first + "," + second))) {
            // A short lifetime, so that tokens are read, refreshed and written under each key.
            cluster.google().control().set(Switch.ACCESS_TOKEN_LIFETIME, "3");
            cluster.google().control().set(Switch.ROTATE_REFRESH_TOKENS, "true");
            open = cluster.one();
            Guest guest = Guest.arriving(cluster.stageAt(cluster.one()), People.ADA);
            Thread work = new Thread(() -> work(guest.browser().copy()));
            work.start();
            restart(cluster.one(), cluster.other(), first + "," + second);
            assertEquals(0, cluster.number(NOT_UNDER + "1'"));

            restart(cluster.other(), cluster.one(), second + "," + first);
            assertAllIsMovedThoughTheFirstNodeStillWritesUnderTheOldKey(cluster);

            restart(cluster.one(), cluster.other(), second + "," + first);
            Eventually.holds(Duration.ofSeconds(30), "the last one reports none left",
                    () -> cluster.one().log().contains("everything stored is encrypted with key 2"));
            restart(cluster.other(), cluster.one(), second);
            open = cluster.other();
            Eventually.holds(Duration.ofSeconds(30), "calls are served without the old key", servedMore());
            Answers.fine(Guest.arriving(cluster.stageAt(cluster.other()), People.BRUNO).files());
            over = true;
            work.join();
            assertEquals("", String.join("\n", trouble));
            assertTrue(served.get() > 50, () -> "calls served: " + served);
            assertEquals(1, cluster.google().counts().of(StandInArea.EXCHANGE, People.ADA), "nobody had to sign in again");
        }
    }

    /** The server that is not restarted yet writes under the old key, and moves no token back to it. */
    private void assertAllIsMovedThoughTheFirstNodeStillWritesUnderTheOldKey(Cluster cluster) {
        open = cluster.other();
        Eventually.holds(Duration.ofSeconds(30), "all is moved", () -> cluster.number(NOT_UNDER + "2'") == 0);

        Guest.arriving(cluster.stageAt(cluster.one()), People.EMI);
        // A token that it writes may be moved before this test looks.
        assertEquals(2, cluster.number("select count(*) from google_grant"));
        Eventually.holds(Duration.ofSeconds(40), "that is moved soon", () -> cluster.number(NOT_UNDER + "2'") == 0);
    }

    /** Restarts a node as a load balancer would: it stops sending requests there, then the node stops. */
    private void restart(HoldfastServer node, HoldfastServer meanwhile, String keys) throws InterruptedException {
        open = meanwhile;
        // By then each request on its way has an answer.
        Thread.sleep(1_000);
        node.restartWith(KEYS, keys);
    }

    private BooleanSupplier servedMore() {
        int before = served.get();
        return () -> served.get() > before + 10;
    }

    private void work(Browser browser) {
        while (!over) {
            browser.through(open);
            note("refresh", browser.refresh());
            note("files", browser.get("/api/drive/files?pageSize=1"));
        }
    }

    private void note(String what, HttpResponse<String> answer) {
        if (answer.statusCode() == 200) {
            served.incrementAndGet();
        } else {
            trouble.add(what + ": " + answer.statusCode() + " " + answer.body());
        }
    }
}
