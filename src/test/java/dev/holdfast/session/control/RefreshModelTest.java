package dev.holdfast.session.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.holdfast.session.control.ModelServer.Use;
import dev.holdfast.session.control.ModelServer.Who;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The rotation under chance: thousands of sessions with lost, late and repeated requests, reloads, crashes, two tabs and
 * thieves. A failure prints its seed and its story; that seed alone repeats it.
 */
class RefreshModelTest {

    private static final int SESSIONS = 5_000;
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration WATCHED = Duration.ofHours(2);

    private static final Logger LOG = Logger.getLogger("dev.holdfast.session");

    @BeforeAll
    static void saveTheLogFromThousandsOfThieves() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void logAgain() {
        LOG.setLevel(null);
    }

    @Test
    void refreshWhenTheClientIsHonestThenItIsNeverSignedOut() {
        long refreshes = 0;
        long superseded = 0;
        for (long seed = 0; seed < SESSIONS; seed++) {
            ModelServer server = played(seed, browser -> { });
            assertFalse(server.isOver(), server::story);
            refreshes += server.uses().size();
            superseded += server.superseded();
        }

        assertTrue(refreshes > 10L * SESSIONS, "they did refresh: " + refreshes);
        assertTrue(superseded > SESSIONS, "late copies did come: " + superseded);
    }

    /** Failovers and restored backups, three in two hours, lose up to six rotations each. */
    @Test
    void refreshWhenTheDatabaseGoesBackThenTheHonestClientIsNotSignedOut() {
        long healed = 0;
        for (long seed = 0; seed < SESSIONS; seed++) {
            ModelServer server = played(seed, browser -> { }, RefreshModelTest::goBackNowAndThen);
            assertFalse(server.isOver(), server::story);
            healed += server.healed();
        }

        assertTrue(healed > SESSIONS, "tokens did lie ahead: " + healed);
    }

    @Test
    void refreshWhenThereIsAThiefThenHeAndTheOwnerDoNotBothGoOn() {
        long guessed = LongStream.range(0, SESSIONS).map(seed -> {
            ModelServer server = played(seed, ModelThief::lurk);
            assertTrue(server.isOver(), () -> "never noticed " + server.story());
            List<Use> thefts = server.uses().stream().filter(use -> use.who() == Who.THIEF && use.granted()).toList();
            thefts.stream().filter(use -> goesOn(use, server.uses())).findAny()
                    .ifPresent(use -> fail("both go on after " + use + " " + server.story()));
            return thefts.stream().filter(use -> isJustBeforeTheOwner(use, server.uses())).count();
        }).sum();

        assertTrue(guessed > 0, "some guessed the moment, or this proves nothing");
    }

    /**
     * Tells whether a theft without a key came less than the grace before the owner. The owner's key then shows that the
     * owner is no second tab of the thief's.
     */
    private static boolean isJustBeforeTheOwner(Use theft, List<Use> uses) {
        return !theft.withKey() && uses.stream().anyMatch(use -> use.who() == Who.OWNER
                && use.at() >= theft.at() && use.at() - theft.at() <= GRACE.toMillis());
    }

    /** Tells whether the owner's next two refreshes were both granted. */
    private static boolean goesOn(Use theft, List<Use> uses) {
        List<Use> next = uses.stream().filter(use -> use.who() == Who.OWNER && use.at() > theft.at()).limit(2).toList();
        return next.size() == 2 && next.stream().allMatch(Use::granted);
    }

    private static ModelServer played(long seed, Consumer<ModelThief> crime) {
        return played(seed, crime, (world, server) -> { });
    }

    private static void goBackNowAndThen(ModelWorld world, ModelServer server) {
        for (int loss = 0; loss < 3; loss++) {
            int rotations = (int) world.between(Duration.ofMillis(1), Duration.ofMillis(6));
            world.in(world.between(Duration.ZERO, WATCHED), () -> server.goBack(rotations));
        }
    }

    private static ModelServer played(long seed, Consumer<ModelThief> crime, BiConsumer<ModelWorld, ModelServer> fate) {
        ModelWorld world = new ModelWorld(seed);
        ModelServer server = new ModelServer(world);
        ModelBrowser browser = new ModelBrowser(world, new ModelNetwork(world, server), server.firstCookie());
        browser.openTab();
        if (world.chance(50)) {
            browser.openTab();
        }
        crime.accept(new ModelThief(world, server, browser));
        reloadNowAndThen(world, browser);
        fate.accept(world, server);
        world.runUntil(WATCHED.toMillis());
        return server;
    }

    private static void reloadNowAndThen(ModelWorld world, ModelBrowser browser) {
        world.in(world.between(Duration.ZERO, Duration.ofMinutes(15)), () -> {
            if (world.chance(20)) {
                browser.crash();
            } else {
                browser.tabs().get(world.chance(50) ? 0 : browser.tabs().size() - 1).load();
            }
            reloadNowAndThen(world, browser);
        });
    }
}
