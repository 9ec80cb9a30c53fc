package dev.holdfast.session.control;

import dev.holdfast.session.control.ModelServer.Use;
import dev.holdfast.session.control.ModelServer.Who;
import java.time.Duration;
import java.util.List;

/** A thief who copies the cookie, once or repeatedly, but knows none of the owner's keys. */
final class ModelThief {

    private static final Duration EXCUSED = Duration.ofSeconds(9);
    private static final Duration JUST_BEFORE = Duration.ofSeconds(10);
    private static final Duration PEEK = Duration.ofSeconds(4);

    private final ModelWorld world;
    private final ModelServer server;
    private final ModelBrowser victim;
    private String loot;

    ModelThief(ModelWorld world, ModelServer server, ModelBrowser victim) {
        this.world = world;
        this.server = server;
        this.victim = victim;
    }

    void lurk() {
        world.in(world.between(Duration.ZERO, Duration.ofMinutes(20)), this::steal);
    }

    private void steal() {
        loot = victim.cookie();
        server.tell("the thief copies " + RotationInMemory.generationOf(loot));
        if (world.chance(30)) {
            shadow();
            return;
        }
        if (world.chance(20)) {
            ambush();
            return;
        }
        world.in(world.between(Duration.ZERO, Duration.ofMinutes(10)), this::use);
        if (world.chance(20)) {
            lurk();
        }
    }

    /**
     * Guesses when the owner will refresh next, and refreshes just before that without a key, as a second tab of the owner
     * might.
     */
    private void ambush() {
        long due = lastUse().at() + world.between(ModelTab.LEAST_PAUSE, ModelTab.TOKEN_LIFETIME);
        world.in(Math.max(0, due - world.now() - JUST_BEFORE.toMillis()), () -> {
            loot = victim.cookie();
            take(null);
            use();
        });
    }

    /** Uses the loot only right after the owner, as a second tab might. */
    private void shadow() {
        Use last = lastUse();
        if (last.who() == Who.OWNER && world.now() - last.at() < EXCUSED.toMillis()) {
            take();
        }
        world.in(PEEK.toMillis(), this::shadow);
    }

    private void use() {
        if (take()) {
            Duration most = world.chance(50) ? Duration.ofSeconds(15) : Duration.ofMinutes(8);
            world.in(world.between(Duration.ZERO, most), this::use);
        }
    }

    private Use lastUse() {
        List<Use> uses = server.uses();
        return uses.isEmpty() ? new Use(0, Who.THIEF, false, false) : uses.get(uses.size() - 1);
    }

    private boolean take() {
        return take(world.chance(50) ? world.newKey() : null);
    }

    private boolean take(String key) {
        String given = server.refresh(Who.THIEF, loot, key);
        loot = given == null ? loot : given;
        return given != null;
    }
}
