package dev.holdfast.google;

import java.io.Closeable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up the addresses of hosts, and waits no longer than a call may. The operating system can take half a minute to notice
 * that no name server answers, and nothing interrupts it. So a thread of its own asks the system, one for each host, however
 * many callers wait for it.
 */
public final class HostLookup implements DnsResolver, Closeable {

    /** More hosts than the settings usually name. If so many lookups hang, a further host counts as unknown. */
    static final int MOST = 16;

    private static final long IDLE_SECONDS = 30;
    private static final long PIECE_MILLIS = 100;

    private final DnsResolver system;
    private final Duration patience;
    private final Map<String, CompletableFuture<InetAddress[]>> underWay = new ConcurrentHashMap<>();
    private final ThreadLocal<BooleanSupplier> late = ThreadLocal.withInitial(() -> () -> false);
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(0, MOST, IDLE_SECONDS, TimeUnit.SECONDS,
            new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "holdfast-google-lookup");
                thread.setDaemon(true);
                return thread;
            });

    /** Waits for {@code system} as long as {@code patience}. */
    public HostLookup(DnsResolver system, Duration patience) {
        this.system = system;
        this.patience = patience;
    }

    /** Work that may look up a host. */
    @FunctionalInterface
    public interface Call<T, X extends Exception> {
        T make() throws X;
    }

    /** Makes a call in this thread; its lookups end soon after {@code over} has become true. */
    public <T, X extends Exception> T until(BooleanSupplier over, Call<T, X> call) throws X {
        late.set(over);
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
        while (end - System.nanoTime() > 0 && !late.get().getAsBoolean()) {
            try {
                return lookup.get(PIECE_MILLIS, TimeUnit.MILLISECONDS);
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

    /** Ends the threads whose lookups do not hang; the others end with their lookups. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private CompletableFuture<InetAddress[]> lookupOf(String host) {
        CompletableFuture<InetAddress[]> ours = new CompletableFuture<>();
        CompletableFuture<InetAddress[]> other = underWay.putIfAbsent(host, ours);
        if (other != null) {
            return other;
        }
        try {
            threads.execute(() -> ask(host, ours));
        } catch (RejectedExecutionException tooMany) {
            underWay.remove(host);
            ours.completeExceptionally(tooMany);
        }
        return ours;
    }

    private void ask(String host, CompletableFuture<InetAddress[]> lookup) {
        try {
            InetAddress[] found = system.resolve(host);
            underWay.remove(host);
            lookup.complete(found);
        } catch (UnknownHostException | RuntimeException | Error failed) {
            underWay.remove(host);
            lookup.completeExceptionally(failed);
        }
    }

    private static UnknownHostException unknown(String host, Throwable cause) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }
}
