package dev.holdfast.events.control;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.events.entity.StreamAdmission;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open streams of this node, within their limits: {@value #OF_A_SESSION} for one session and
 * {@code holdfast.session.event-streams} for all.
 */
@ApplicationScoped
public class LiveStreams {

    static final int OF_A_SESSION = 4;

    @Inject EventsConfig config;
    @Inject @DatabaseTime Clock clock;

    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private boolean fullTold;

    /**
     * Takes the stream in and greets its client, if there is room. If its session has no room, a comment goes to the others
     * of that session: a client that has gone away without a word is found out, and its place is free at the next try.
     */
    public StreamAdmission admit(LiveStream stream) {
        StreamAdmission admission = take(stream);
        if (admission == StreamAdmission.OPEN) {
            stream.open(clock.instant());
        }
        return admission;
    }

    private synchronized StreamAdmission take(LiveStream stream) {
        List<LiveStream> siblings = of(stream.caller().sessionId());
        if (siblings.size() >= OF_A_SESSION) {
            siblings.forEach(LiveStream::probe);
            return StreamAdmission.SESSION_FULL;
        }
        if (open.size() >= config.mostStreams()) {
            if (!fullTold && config.mostStreams() > 0) {
                EventsLog.nodeFull(config.mostStreams());
            }
            fullTold = true;
            return StreamAdmission.NODE_FULL;
        }
        fullTold = false;
        open.add(stream);
        return StreamAdmission.OPEN;
    }

    /** Frees the place of a stream. It may be called more than once. */
    public void leave(LiveStream stream) {
        open.remove(stream);
    }

    /** Tells the client that its session has ended, and frees the place. Two calls at once tell it once. */
    void end(LiveStream stream, EndReason reason) {
        if (open.remove(stream)) {
            stream.end(reason);
        }
    }

    Collection<LiveStream> all() {
        return open;
    }

    public int size() {
        return open.size();
    }

    private List<LiveStream> of(UUID sessionId) {
        return open.stream().filter(stream -> stream.caller().sessionId().equals(sessionId)).toList();
    }
}
