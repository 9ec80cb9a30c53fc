package dev.holdfast.session.control;

import dev.holdfast.session.entity.PastRotations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rotation as all clients reach it, and a witness of each use. */
final class ModelServer {

    /** {@code NOBODY}: a late copy of the owner's request, whose answer reaches no browser. */
    enum Who { OWNER, THIEF, NOBODY }

    record Use(long at, Who who, boolean granted, boolean withKey) {}

    private static final int TOLD = 40;

    private final ModelWorld world;
    private final RotationInMemory rotation;
    private final List<Use> uses = new ArrayList<>();
    private final Map<Long, String> tokens = new HashMap<>();
    private final Deque<String> story = new ArrayDeque<>();
    private long newest = 1;
    private long wentBackAt = -1;
    private int atWork;
    private int healed;
    private int superseded;

    ModelServer(ModelWorld world) {
        this.world = world;
        this.rotation = new RotationInMemory(world.clock());
        rotation.rows().meanwhile(world::stepIn);
        tokens.put(1L, rotation.firstCookie());
    }

    String firstCookie() {
        return rotation.firstCookie();
    }

    /** Returns the new cookie, or null if there is none: the session is over, or has moved on without this request. */
    String refresh(Who who, String cookie, String key) {
        atWork++;
        Refreshed outcome = rotation.refresh(cookie, key);
        atWork--;
        boolean granted = outcome instanceof Refreshed.Issued;
        if (who != Who.NOBODY) {
            uses.add(new Use(world.now(), who, granted, key != null));
        }
        String given = granted ? ((Refreshed.Issued) outcome).refreshToken().reveal() : null;
        tell(who + " presents " + RotationInMemory.generationOf(cookie) + " with " + key + ", gets "
                + (granted ? RotationInMemory.generationOf(given) : outcome));
        if (outcome instanceof Refreshed.Superseded) {
            superseded++;
        } else if (!granted) {
            world.end();
        }
        if (granted) {
            healed += ((Refreshed.Issued) outcome).manner() == Refreshed.Manner.WENT_BACK ? 1 : 0;
            expectNoBranch(RotationInMemory.generationOf(cookie), RotationInMemory.generationOf(given), given);
        }
        return given;
    }

    /** Loses the latest rotations, as by a failover or a restored backup. No request is at work across the outage. */
    void goBack(int rotations) {
        if (atWork > 0) {
            world.in(1, () -> goBack(rotations));
            return;
        }
        newest = rotation.rows().goBack(rotations);
        tokens.keySet().removeIf(generation -> generation > newest);
        wentBackAt = world.now();
        tell("the database goes back to " + newest);
    }

    /** Returns how many refreshes went on from a token that the database had lost. */
    int healed() {
        return healed;
    }

    /** Tells whether the database has not gone back since then: the marks of rotations made before may be lost. */
    boolean hasKeptWhatWasSentAt(long time) {
        return time > wentBackAt;
    }

    /** Returns how many late copies were told that the session has moved on. */
    int superseded() {
        return superseded;
    }

    /** Tells whether the server still remembers the rotation that spent this token, if there was one. */
    boolean remembers(String cookie) {
        return newest - RotationInMemory.generationOf(cookie) <= PastRotations.MOST;
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

    /** Returns the seed to play it again with, and the latest events. */
    String story() {
        return "with seed " + world.seed() + ":\n" + String.join("\n", story);
    }

    /**
     * Fails if a generation has two different tokens, or if a generation is left out that no presented token vouches for.
     */
    private void expectNoBranch(long presented, long generation, String given) {
        String known = tokens.putIfAbsent(generation, given);
        if (known == null ? generation != Math.max(newest, presented) + 1 : !known.equals(given)) {
            throw new AssertionError("a branch: " + given + " " + story());
        }
        newest = Math.max(newest, generation);
    }
}
