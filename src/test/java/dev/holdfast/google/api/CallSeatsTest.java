package dev.holdfast.google.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.api.CallSeats.Seat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallSeatsTest {

    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BRUNO = new UUID(0, 2);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void takeWhenOnePersonHasAllTheirSeatsThenOthersStillHaveTheirs() {
        CallSeats seats = new CallSeats(Duration.ZERO);
        List<Seat> taken = takeAll(seats, ADA);

        assertTrue(seats.take(ADA).isEmpty());
        assertTrue(seats.take(BRUNO).isPresent());

        taken.get(0).close();
        assertTrue(seats.take(ADA).isPresent());
    }

    @Test
    void takeWhenASeatIsLeftWithinAMomentThenTheWaitingCallHasIt() {
        CallSeats seats = new CallSeats(Duration.ofSeconds(30));
        List<Seat> taken = takeAll(seats, ADA);
        CompletableFuture<Optional<Seat>> waiting = CompletableFuture.supplyAsync(() -> seats.take(ADA), threads);

        taken.get(0).close();

        assertTrue(waiting.join().isPresent());
    }

    @Test
    void takeWhenTooManyWaitThenTheNextIsTurnedAwayAtOnce() throws InterruptedException {
        CallSeats seats = new CallSeats(Duration.ofSeconds(30));
        List<Seat> taken = takeAll(seats, ADA);
        AtomicInteger turnedAway = new AtomicInteger();
        CountDownLatch three = new CountDownLatch(3);
        List<CompletableFuture<Optional<Seat>>> calls = IntStream.range(0, CallSeats.MOST_WAITING_FOR_ONE + 3)
                .mapToObj(call -> CompletableFuture.supplyAsync(() -> {
                    Optional<Seat> seat = seats.take(ADA);
                    if (seat.isEmpty()) {
                        turnedAway.incrementAndGet();
                        three.countDown();
                    }
                    return seat;
                }, threads)).toList();

        three.await();
        assertTrue(seats.take(BRUNO).isPresent(), "nobody else waits for that");

        taken.forEach(Seat::close);
        calls.forEach(call -> call.join().ifPresent(Seat::close));
        assertEquals(3, turnedAway.get());
        assertEquals(CallSeats.MOST_FOR_ONE, takeAll(seats, ADA).size(), "all have been left");
    }

    @Test
    void takeWhenManyCallsComeAndGoThenNeverMoreThanTheSeatsAreTaken() {
        CallSeats seats = new CallSeats(Duration.ofSeconds(30));
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<Boolean>> calls = IntStream.range(0, 50).mapToObj(call -> CompletableFuture.supplyAsync(() -> {
            for (int round = 0; round < 100; round++) {
                try (Seat seat = seats.take(ADA).orElseThrow()) {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    now.decrementAndGet();
                }
            }
            return true;
        }, threads)).toList();

        calls.forEach(CompletableFuture::join);
        assertFalse(most.get() > CallSeats.MOST_FOR_ONE, most::toString);
    }

    private static List<Seat> takeAll(CallSeats seats, UUID person) {
        List<Seat> taken = new ArrayList<>();
        for (int seat = 0; seat < CallSeats.MOST_FOR_ONE; seat++) {
            taken.add(seats.take(person).orElseThrow());
        }
        return taken;
    }
}
