package dev.holdfast.signin.control;

import dev.holdfast.signin.entity.SignInTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The flows whose answer has reached this server, each remembered for the lifetime of its cookie. A browser can send the
 * cookie of a flow repeatedly and with any code, so each flow has two code exchanges here; the second is for a callback
 * that was delivered twice. The number of flows is bounded and the oldest is dropped first: a client that can fill the
 * list could as well begin new flows.
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

    /** Counts a code exchange of that flow; returns false if the flow has used up its exchanges. */
    synchronized boolean takeExchange(String flow, Instant now) {
        Spent spent = remembered(flow, now);
        boolean hasOneLeft = spent.exchanges() < EXCHANGES;
        if (hasOneLeft) {
            flows.put(flow, new Spent(spent.since(), spent.exchanges() + 1));
        }
        return hasOneLeft;
    }

    /** Returns an exchange that was taken but not sent to Google. */
    synchronized void giveBack(String flow) {
        flows.computeIfPresent(flow, (same, spent) -> new Spent(spent.since(), Math.max(0, spent.exchanges() - 1)));
    }

    /** Remembers that an answer to that flow has come, without counting an exchange. */
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

    /**
     * Drops the flows that are over, and the oldest if there is no room. The flows are in the order in which their answers
     * came, so the loop ends at the first that stays.
     */
    private void forget(Instant now) {
        Iterator<Spent> oldestFirst = flows.values().iterator();
        while (oldestFirst.hasNext() && (oldestFirst.next().isOver(now) || flows.size() >= MOST)) {
            oldestFirst.remove();
        }
    }
}
