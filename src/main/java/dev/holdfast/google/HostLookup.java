package dev.holdfast.google;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up the addresses of hosts within the time of a call. The operating system can take half a minute to notice that no name
 * server answers, and nothing interrupts it. So a separate thread for each host asks it, and all callers share the answer.
 */
public final class HostLookup implements DnsResolver, Closeable {

    /** More hosts than the settings usually name. If so many lookups hang, a further host counts as unknown. */
    static final int MOST_HOSTS = 16;

    private static final long IDLE_SECONDS = 30;
    private static final long POLL_MILLIS = 100;

    private final DnsResolver system;
    private final Duration patience;
    private final Map<String, CompletableFuture<InetAddress[]>> underWay = new ConcurrentHashMap<>();
    private final ThreadLocal<BooleanSupplier> late = new ThreadLocal<>();
    private final ThreadPoolExecutor threads;

    /** Waits for {@code system} as long as {@code patience}. */
    public HostLookup(DnsResolver system, Duration patience) {
        this(system, patience, task -> {
            Thread thread = new Thread(task, "holdfast-google-lookup");
            thread.setDaemon(true);
            return thread;
        });
    }

    HostLookup(DnsResolver system, Duration patience, ThreadFactory threads) {
        this.system = system;
        this.patience = patience;
        this.threads = new ThreadPoolExecutor(0, MOST_HOSTS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    /** Work that may look up a host. */
    @FunctionalInterface
    public interface Call<T> {
        T make() throws IOException;
    }

    /** Makes a call in this thread; its lookups end soon after {@code isLate} has become true. Calls do not contain others. */
    public <T> T until(BooleanSupplier isLate, Call<T> call) throws IOException {
        late.set(isLate);
        try {
            return call.make();
        } finally {
            late.remove();
        }
    }

    /** Returns the addresses. A lookup that takes too long fails as that of an unknown host: nothing was sent. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        CompletableFuture<InetAddress[]> lookup = lookupOf(host);
        long end = System.nanoTime() + patience.toNanos();
        while (end - System.nanoTime() > 0 && !isLate()) {
            try {
                return lookup.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException goesOn) {
                continue;
            } catch (ExecutionException failed) {
                throw unknown(host, failed);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw unknown(host, stopping);
            }
        }
        throw unknown(host, new TimeoutException());
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return system.resolveCanonicalHostname(host);
    }

    /** Ends all waits, and the threads whose lookups do not hang. The others end with their lookups. */
    @Override
    public void close() {
        threads.shutdownNow();
        underWay.values().forEach(lookup -> lookup.completeExceptionally(new UnknownHostException("shutting down")));
    }

    private boolean isLate() {
        BooleanSupplier ofThisCall = late.get();
        return ofThisCall != null && ofThisCall.getAsBoolean();
    }

    private CompletableFuture<InetAddress[]> lookupOf(String host) {
        CompletableFuture<InetAddress[]> ours = new CompletableFuture<>();
        CompletableFuture<InetAddress[]> other = underWay.putIfAbsent(host, ours);
        if (other != null) {
            return other;
        }
        try {
            threads.execute(() -> ask(host, ours));
        } catch (RuntimeException | Error noThread) {
            underWay.remove(host, ours);
            ours.completeExceptionally(noThread);
        }
        return ours;
    }

    private void ask(String host, CompletableFuture<InetAddress[]> lookup) {
        try {
            InetAddress[] found = system.resolve(host);
            underWay.remove(host, lookup);
            lookup.complete(found);
        } catch (UnknownHostException | RuntimeException | Error failed) {
            underWay.remove(host, lookup);
            lookup.completeExceptionally(failed);
        }
    }

    private static UnknownHostException unknown(String host, Throwable cause) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }
}
