package dev.holdfast.signin.control;

import dev.holdfast.signin.entity.SignInTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The flows whose answer has come to this server, each remembered as long as its cookie could serve. The cookie of a
 * flow can be sent again and again, with any code: a flow has two code exchanges here, the second for a callback that
 * was delivered twice. Holds a bounded number of flows; beyond it the oldest is forgotten, because who has that many
 * could as well begin new ones.
 */
@ApplicationScoped
public class SpentFlows {

    static final int MOST = 20_000;

    private static final int EXCHANGES = 2;

    private final Map<String, Spent> flows = new LinkedHashMap<>();

    private record Spent(Instant since, int exchanges) {

        boolean isOver(Instant now) {
            return !now.isBefore(since.plus(SignInTransaction.LIFETIME));
        }
    }

    /** Counts a code exchange of that flow; false if it has had all it may have. */
    synchronized boolean takeExchange(String flow, Instant now) {
        Spent spent = remembered(flow, now);
        boolean hasOneLeft = spent.exchanges() < EXCHANGES;
        if (hasOneLeft) {
            flows.put(flow, new Spent(spent.since(), spent.exchanges() + 1));
        }
        return hasOneLeft;
    }

    /** Gives back an exchange that was taken and never sent. */
    synchronized void giveBack(String flow) {
        flows.computeIfPresent(flow, (same, spent) -> new Spent(spent.since(), Math.max(0, spent.exchanges() - 1)));
    }

    /** An answer that needs no exchange has come for that flow. */
    synchronized void note(String flow, Instant now) {
        remembered(flow, now);
    }

    synchronized boolean isSpent(String flow, Instant now) {
        Spent spent = flows.get(flow);
        return spent != null && !spent.isOver(now);
    }

    synchronized int size() {
        return flows.size();
    }

    private Spent remembered(String flow, Instant now) {
        forget(now);
        return flows.computeIfAbsent(flow, first -> new Spent(now, 0));
    }

    /** In the order they came, so the first that stays is the end of those to go. */
    private void forget(Instant now) {
        Iterator<Spent> oldestFirst = flows.values().iterator();
        while (oldestFirst.hasNext() && (oldestFirst.next().isOver(now) || flows.size() >= MOST)) {
            oldestFirst.remove();
        }
    }
}
