package dev.holdfast.google;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Name servers that do not answer hold up no call beyond its time, and hold few threads. */
@Timeout(20)
class HostLookupTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final SilentNames names = new SilentNames();

    @AfterEach
    void leave() {
        names.answer();
    }

    @Test
    void resolveWhenNoNameServerAnswersThenTheWaitEnds() {
        try (HostLookup lookup = new HostLookup(names, Duration.ofMillis(200))) {
            assertThrows(UnknownHostException.class, () -> lookup.resolve("google.example"));
        }
    }

    @Test
    void resolveWhenTheCallIsOverThenTheWaitEndsToo() throws IOException {
        try (HostLookup lookup = new HostLookup(names, LONG)) {
            long end = System.nanoTime() + Duration.ofMillis(200).toNanos();

            assertThrows(UnknownHostException.class, () -> lookup.until(
                    () -> System.nanoTime() - end > 0, () -> lookup.resolve("google.example")));

            names.answer();
            assertArrayEquals(SilentNames.FOUND, lookup.until(() -> false, () -> lookup.resolve("google.example")),
                    "the next call has a time of its own");
        }
    }

    @Test
    void resolveWhenManyWaitForOneHostThenTheSystemIsAskedOnceAndTellsAll() {
        try (HostLookup lookup = new HostLookup(names, LONG)) {
            List<CompletableFuture<InetAddress[]>> callers = IntStream.range(0, 20).mapToObj(any -> asking(lookup, "one.example"))
                    .toList();

            names.answer();

            callers.forEach(caller -> assertArrayEquals(SilentNames.FOUND, caller.join()));
            assertEquals(1, names.timesAsked());
        }
    }

    @Test
    void resolveWhenLookupsOfManyHostsHangThenTheirThreadsAreFewAndAFurtherHostIsUnknownAtOnce() {
        try (HostLookup lookup = new HostLookup(names, LONG)) {
            List<CompletableFuture<InetAddress[]>> callers = IntStream.range(0, HostLookup.MOST_HOSTS)
                    .mapToObj(each -> asking(lookup, each + ".example")).toList();

            assertThrows(UnknownHostException.class, () -> lookup.resolve("one-too-many.example"));

            assertTrue(callers.stream().noneMatch(CompletableFuture::isDone));
            names.answer();
            callers.forEach(CompletableFuture::join);
        }
    }

    @Test
    void resolveWhenTheHostIsUnknownThenItIsLookedUpAgainNextTime() {
        names.answer();
        try (HostLookup lookup = new HostLookup(names, LONG)) {
            assertThrows(UnknownHostException.class, () -> lookup.resolve("nowhere.example"));
            assertThrows(UnknownHostException.class, () -> lookup.resolve("nowhere.example"));
        }
        assertEquals(2, names.timesAsked());
    }

    /** The system has no thread left for a moment. */
    @Test
    void resolveWhenNoThreadCanBeStartedThenTheHostIsUnknownOnlyUntilOneCan() throws UnknownHostException {
        names.answer();
        AtomicBoolean full = new AtomicBoolean(true);
        try (HostLookup lookup = new HostLookup(names, LONG, task -> {
            if (full.get()) {
                throw new InternalError("unable to create native thread");
            }
            return new Thread(task);
        })) {
            assertThrows(UnknownHostException.class, () -> lookup.resolve("google.example"));

            full.set(false);

            assertArrayEquals(SilentNames.FOUND, lookup.resolve("google.example"));
        }
    }

    @Test
    void resolveWhenItIsClosedThenNobodyWaitsAnyLonger() {
        HostLookup lookup = new HostLookup(names, LONG);
        CompletableFuture<InetAddress[]> caller = asking(lookup, "google.example");

        lookup.close();

        assertThrows(ExecutionException.class, caller::get);
    }

    /** Returns once the lookup is under way. */
    private CompletableFuture<InetAddress[]> asking(HostLookup lookup, String host) {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<InetAddress[]> caller = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                caller.complete(lookup.until(() -> {
                    begun.countDown();
                    return false;
                }, () -> lookup.resolve(host)));
            } catch (IOException failed) {
                caller.completeExceptionally(failed);
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            begun.await();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
        return caller;
    }
}
