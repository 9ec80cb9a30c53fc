package dev.holdfast.session.control;

import dev.holdfast.session.control.ModelServer.Who;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The network between an honest browser and the server. Requests and answers are lost, late, or come twice, because a
 * browser sends again by itself when a connection dies; the server may crash before or after its commit. No answer comes
 * later than {@link #LONGEST} after its request was sent. A copy of the request may: a server that was stopped finds it in
 * its socket much later, and answers into a connection that is gone. The outage before the database goes back outlasts
 * whatever is under way: such a request is refused or never arrives, and the browser sends another.
 */
final class ModelNetwork {

    static final Duration LONGEST = ModelTab.LEAST_PAUSE;

    /** Receives the news that the body of the answer has arrived as well. */
    interface Answered {

        void here();
    }

    private static final Duration STOPPED_AT_MOST = Duration.ofMinutes(30);

    private final ModelWorld world;
    private final ModelServer server;
    private int forgotten = -1;

    ModelNetwork(ModelWorld world, ModelServer server) {
        this.world = world;
        this.server = server;
    }

    /** Drops all answers to that launch of the browser from now on. */
    void forget(int launch) {
        forgotten = launch;
    }

    void send(int launch, String cookie, String key, Consumer<String> jar, Answered answered) {
        long latest = world.now() + LONGEST.toMillis();
        long sentAt = world.now();
        server.tell("the owner's browser sends " + RotationInMemory.generationOf(cookie) + " with " + key);
        if (world.chance(15)) {
            server.tell("a request is lost");
        } else {
            world.in(delay(latest), () -> arrive(sentAt, cookie, key, given -> answer(launch, latest, given, jar, answered)));
        }
        if (world.chance(15)) {
            world.in(delay(latest), () -> arrive(sentAt, cookie, key, given -> answer(launch, latest, given, jar, answered)));
        }
        if (world.chance(15)) {
            world.in(world.between(Duration.ZERO, STOPPED_AT_MOST), () -> straggle(sentAt, cookie, key));
        }
    }

    /** Delivers a late copy, unless so much has happened since then that no server could recognise it. */
    private void straggle(long sentAt, String cookie, String key) {
        if (server.remembers(cookie) && server.hasKeptWhatWasSentAt(sentAt)) {
            server.tell("a late copy arrives");
            server.refresh(Who.NOBODY, cookie, key);
        }
    }

    private void arrive(long sentAt, String cookie, String key, Consumer<String> answer) {
        if (!server.hasKeptWhatWasSentAt(sentAt)) {
            server.tell("a request is refused in the outage");
            return;
        }
        if (world.chance(5)) {
            server.tell("a crash before the commit");
            return;
        }
        String given = server.refresh(Who.OWNER, cookie, key);
        if (given != null && world.chance(20)) {
            server.tell("a crash after the commit, or the answer is lost");
        } else if (given != null) {
            answer.accept(given);
        }
    }

    private void answer(int launch, long latest, String given, Consumer<String> jar, Answered answered) {
        boolean bodyLost = world.chance(10);
        long madeAt = world.now();
        world.in(delay(latest), () -> {
            if (launch > forgotten && server.hasKeptWhatWasSentAt(madeAt)) {
                server.tell("the owner's browser has " + RotationInMemory.generationOf(given)
                        + (bodyLost ? ", its page does not" : ""));
                jar.accept(given);
                if (!bodyLost) {
                    answered.here();
                }
            }
        });
    }

    private long delay(long latest) {
        long left = Math.max(0, latest - world.now());
        Duration most = Duration.ofMillis(world.chance(85) ? Math.min(300, left) : left);
        return world.between(Duration.ZERO, most);
    }
}
