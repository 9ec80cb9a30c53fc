package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Eventually;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectionWaitsTest {

    private static final int CALLERS = 3;

    private final ConnectionWaits waits = new ConnectionWaits();

    @Test
    void callersWhenNoConnectionIsFreeThenTheyAreCountedUntilTheyHaveOne() throws SQLException {
        CountDownLatch free = new CountDownLatch(1);
        try (Connection connection = DriverManager.getConnection("jdbc:derby:memory:waits;create=true")) {
            List<CompletableFuture<Connection>> callers = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> later(() -> after(free, connection))).toList();
            Eventually.holds(Duration.ofSeconds(30), "all wait", () -> waits.waiting() == CALLERS);
            assertEquals(0, waits.seconds(), "a wait counts once it is over");

            free.countDown();

            callers.forEach(caller -> assertSame(connection, caller.join()));
            assertEquals(0, waits.waiting());
        }
    }

    @Test
    void timeWhenSeveralWaitThenItIsThatOfAllOfThem() {
        long begun = System.nanoTime();
        CountDownLatch free = new CountDownLatch(1);
        List<CompletableFuture<Connection>> callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> later(() -> refused(free))).toList();
        Eventually.holds(Duration.ofSeconds(30), "all wait", () -> waits.waiting() == CALLERS);
        long allWait = System.nanoTime();
        Eventually.holds(Duration.ofSeconds(30), "time goes by", () -> System.nanoTime() - allWait > 50_000_000);

        free.countDown();

        callers.forEach(caller -> assertThrows(RuntimeException.class, caller::join));
        assertTrue(waits.seconds() >= CALLERS * 0.05, () -> waits.seconds() + " s");
        assertTrue(waits.seconds() <= CALLERS * (System.nanoTime() - begun) / 1e9, () -> waits.seconds() + " s");
    }

    @Test
    void callerWhenItGetsNoneThenItWaitsNoLonger() {
        assertThrows(SQLTransientConnectionException.class, () -> waits.measured(() -> refused(new CountDownLatch(0))));

        assertEquals(0, waits.waiting());
        assertTrue(waits.seconds() > 0);
    }

    private CompletableFuture<Connection> later(ConnectionWaits.Source source) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return waits.measured(source);
            } catch (SQLException none) {
                throw new IllegalStateException(none);
            }
        }, task -> new Thread(task).start());
    }

    private static Connection after(CountDownLatch free, Connection connection) throws SQLException {
        try {
            free.await();
            return connection;
        } catch (InterruptedException ending) {
            throw new SQLException(ending);
        }
    }

    private static Connection refused(CountDownLatch over) throws SQLException {
        try {
            over.await();
        } catch (InterruptedException ending) {
            throw new SQLException(ending);
        }
        throw new SQLTransientConnectionException("none within five seconds");
    }
}
