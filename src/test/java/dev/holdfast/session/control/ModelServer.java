package dev.holdfast.session.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rotation as all clients reach it, and a witness of each use. */
final class ModelServer {

    enum Who { OWNER, THIEF }

    record Use(long at, Who who, boolean granted) {}

    private static final int TOLD = 40;

    private final ModelWorld world;
    private final RotationInMemory rotation;
    private final List<Use> uses = new ArrayList<>();
    private final Map<Long, String> tokens = new HashMap<>();
    private final Deque<String> story = new ArrayDeque<>();
    private long newest = 1;

    ModelServer(ModelWorld world) {
        this.world = world;
        this.rotation = new RotationInMemory(world.clock());
        rotation.rows().meanwhile(world::stepIn);
        tokens.put(1L, rotation.firstCookie());
    }

    String firstCookie() {
        return rotation.firstCookie();
    }

    /** The new cookie, or null if the session is over. */
    String refresh(Who who, String cookie, String key) {
        Refreshed outcome = rotation.refresh(cookie, key);
        boolean granted = outcome instanceof Refreshed.Issued;
        uses.add(new Use(world.now(), who, granted));
        String given = granted ? ((Refreshed.Issued) outcome).refreshToken().reveal() : null;
        tell(who + " presents " + RotationInMemory.generationOf(cookie) + " with " + key + ", gets "
                + (granted ? RotationInMemory.generationOf(given) : outcome));
        if (!granted) {
            world.end();
        }
        if (granted) {
            expectNoBranch(RotationInMemory.generationOf(given), given);
        }
        return given;
    }

    boolean isOver() {
        return rotation.rows().isEnded();
    }

    List<Use> uses() {
        return uses;
    }

    void tell(String what) {
        story.add(String.format("%10.3f s: %s", world.now() / 1000.0, what));
        if (story.size() > TOLD) {
            story.remove();
        }
    }

    /** How to play it again, and what happened at last. */
    String story() {
        return "with seed " + world.seed() + ":\n" + String.join("\n", story);
    }

    /** One generation is one string, and they come one after another. */
    private void expectNoBranch(long generation, String given) {
        String known = tokens.putIfAbsent(generation, given);
        if (known == null ? generation != newest + 1 : !known.equals(given)) {
            throw new AssertionError("a branch: " + given + " " + story());
        }
        newest = Math.max(newest, generation);
    }
}
