package dev.holdfast.bench;

import dev.holdfast.admin.control.AdminMemory;
import dev.holdfast.custody.refresh.WarmCustody;
import dev.holdfast.session.control.SessionMemory;
import dev.holdfast.signin.control.SignInMemory;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The memory that a server keeps for each session, token and account, the bound of each cache, and the cost of an idle
 * thread. Measured in this process, without a server: each cache is filled by its own code.
 *
 * <p>The cost of an entry is the difference between a full cache and a half full one. Offering a cache half as many entries
 * again shows whether its bound holds. Everything else that the application keeps has a fixed number (meters, settings,
 * keys), lives no longer than a request, or is small: {@code AuditTrail.looks} (10 000), {@code TokenSeal.alarmed} (1000),
 * {@code DisabledApis} (32), {@code StreamSeats} and {@code CallSeats} (an entry for each person with a call under way).
 */
public final class MemoryCost {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int NO_BOUND = 20_000;

    /**
     * One cache.
     * @param most the bound on its entries; if there is none, the number of entries measured
     * @param bound the constant that sets the bound, or in words what limits the cache
     */
    private record Cache(String what, int most, String bound, IntFunction<Object> filled) {}

    private static final List<Cache> CACHES = List.of(
            new Cache("Google token", 10_000, "HeldTokens.MOST", WarmCustody::tokens),
            new Cache("ended session", SessionMemory.MOST_ENDED, "EndedSessions.MOST", SessionMemory::endedSessions),
            new Cache("verified access token", 20_000, "AccessTokens.REMEMBERED", SessionMemory::accessTokens),
            new Cache("living session of a marked account", 20_000, "MarkedAccounts.ANSWERS", SessionMemory::livingOfMarked),
            new Cache("sign-in whose answer has come", 20_000, "SpentFlows.MOST", SignInMemory::spentFlows),
            new Cache("refused non-administrator", 10_000, "Refusals.told", AdminMemory::refusals),
            new Cache("marked account", NO_BOUND, "no number: those of the last 11 minutes", SessionMemory::markedAccounts),
            new Cache("refresh at Google that waits", NO_BOUND, "no number: those of about 20 seconds",
                    WarmCustody::refreshes));

    private MemoryCost() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("in process on Java " + Runtime.version().feature() + ", median of " + ROUNDS);
        for (Cache cache : CACHES) {
            cache.filled().apply(cache.most());
            tell(cache);
        }
        IdleThreads.tell();
    }

    private static void tell(Cache cache) {
        double[] each = new double[ROUNDS];
        double[] all = new double[ROUNDS];
        double[] beyond = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long half = Heap.retainedBy(() -> cache.filled().apply(cache.most() / 2));
            long full = Heap.retainedBy(() -> cache.filled().apply(cache.most()));
            long more = Heap.retainedBy(() -> cache.filled().apply(cache.most() + cache.most() / 2));
            each[round] = (full - half) / (cache.most() / 2.0);
            all[round] = full / 1048576.0;
            beyond[round] = more / 1048576.0;
        }
        System.out.printf("%s: %.0f bytes; %d of them %.1f MiB, filled half as full again %.1f MiB; %s%n", cache.what(),
                Heap.median(each), cache.most(), Heap.median(all), Heap.median(beyond), cache.bound());
    }
}
