package dev.holdfast.bench;

import dev.holdfast.bench.Load.Figures;
import dev.holdfast.journeys.rig.Browser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Refreshes with rotation, each user always with its newest token, in turns with the {@link FloorServer}, which does the
 * least that can be called a refresh; and an open GET of the same server, the bare UPDATE on the same PostgreSQL and the
 * bare signature. Figures are medians of the rounds.
 */
public final class RefreshLoad {

    private static final int SESSIONS = Integer.getInteger("bench.sessions", 1000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 6));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm", 20));

    private static final int[] CLIENTS = Stream.of(System.getProperty("bench.clients", "1,8,32").split(","))
            .mapToInt(Integer::parseInt).toArray();

    /** One window: calls a second, its two percentiles, and what each call cost. */
    private record Window(Figures figures, Meter cost) {

        double perSecond() {
            return figures.perSecond();
        }
    }

    private final BenchStage stage;
    private final FloorServer floor;
    private final Deque<Browser> idle = new ArrayDeque<>();
    private final Deque<String> floorCookies = new ArrayDeque<>();

    private RefreshLoad(BenchStage stage, FloorServer floor) {
        this.stage = stage;
        this.floor = floor;
    }

    public static void main(String[] arguments) throws Exception {
        try (BenchStage stage = new BenchStage();
                FloorServer floor = new FloorServer(stage.postgres.getPort(), BenchStage.javaSettings())) {
            RefreshLoad load = new RefreshLoad(stage, floor);
            load.idle.addAll(stage.signedIn(SESSIONS));
            load.prepare();
            Load.run(8, WARM_UP, client -> load.refresher());
            Load.run(8, WARM_UP, client -> load.floorRefresher());
            Load.run(8, Duration.ofSeconds(5), client -> load.opener());
            double sign = SignCost.millis();
            for (int clients : CLIENTS) {
                load.measure(clients, sign);
            }
        }
    }

    private void measure(int clients, double sign) {
        List<Window> least = new ArrayList<>();
        List<Window> ours = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            least.add(window(clients, floor::processorTime, this::floorRefresher));
            ours.add(window(clients, stage.server::processorTime, this::refresher));
        }
        Figures bare = Load.run(clients, TIME, client -> bareUpdater());
        Figures open = Load.run(clients, TIME, client -> opener());
        Window floorOne = median(least);
        Window own = median(ours);
        tell("floor", clients, floorOne);
        tell("refresh", clients, own);
        System.out.printf("   of the floor: %.2f; of our open GET (%.0f/s): %.2f; of the bare UPDATE (%.0f/s): %.2f;"
                + " server CPU in ES256 signatures (%.3f ms): %.1f%n", own.perSecond() / floorOne.perSecond(),
                open.perSecond(), own.perSecond() / open.perSecond(), bare.perSecond(), own.perSecond() / bare.perSecond(),
                sign, own.cost().serverMillis(own.figures().calls()) / sign);
    }

    private static void tell(String what, int clients, Window window) {
        System.out.printf("%2d clients, %s: %.0f/s, p50 %.2f ms, p99 %.2f ms; %s%n", clients, what, window.perSecond(),
                window.figures().p50(), window.figures().p99(), window.cost().perCall(window.figures().calls()));
    }

    private Window window(int clients, Supplier<Duration> server, Supplier<Runnable> client) {
        Meter before = Meter.read(stage, server);
        Figures figures = Load.run(clients, TIME, number -> client.get());
        return new Window(figures, Meter.read(stage, server).since(before));
    }

    private static Window median(List<Window> windows) {
        return windows.stream().sorted(Comparator.comparing(Window::perSecond)).toList().get(windows.size() / 2);
    }

    /** Takes a user that no other thread uses, and puts it back with its new cookie. */
    private Runnable refresher() {
        Caller caller = new Caller(stage.server.origin());
        return () -> {
            Browser user = take();
            Caller.Answer answer = caller.call("POST /auth/token/refresh HTTP/1.1\r\nSec-Fetch-Site: same-origin\r\n"
                    + "Content-Length: 0\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\nCookie: holdfast="
                    + user.cookies().get("holdfast") + "\r\n");
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.toString());
            }
            user.cookies().put("holdfast", answer.setCookie().substring("holdfast=".length()));
            putBack(user);
        };
    }

    private Runnable floorRefresher() {
        Caller caller = new Caller(floor.origin());
        return () -> {
            String cookie = takeFloorCookie();
            Caller.Answer answer = caller.call("POST /refresh HTTP/1.1\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n"
                    + "Idempotency-Key: " + UUID.randomUUID() + "\r\nCookie: " + cookie + "\r\n");
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.toString());
            }
            putBack(answer.setCookie());
        };
    }

    private Runnable opener() {
        Caller caller = new Caller(stage.server.origin());
        return () -> caller.call(Caller.OPEN);
    }

    private synchronized Browser take() {
        return idle.remove();
    }

    private synchronized void putBack(Browser user) {
        idle.add(user);
    }

    private synchronized String takeFloorCookie() {
        return floorCookies.remove();
    }

    private synchronized void putBack(String floorCookie) {
        floorCookies.add(floorCookie);
    }

    private void prepare() throws SQLException {
        try (Connection connection = stage.postgres.getPostgresDatabase().getConnection()) {
            floorCookies.addAll(floor.cookies(connection, SESSIONS));
            connection.createStatement().execute("create table bare as select * from user_session");
            connection.createStatement().execute("alter table bare add primary key (id)");
        }
    }

    private Runnable bareUpdater() {
        try {
            Connection connection = stage.postgres.getPostgresDatabase().getConnection();
            List<UUID> ids = new ArrayList<>();
            try (var rows = connection.createStatement().executeQuery("select id from bare order by random()")) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            PreparedStatement update = connection.prepareStatement("update bare set generation = generation + 1,"
                    + " rotated_at = now(), refreshed_at = now() where id = ? and generation > 0 and ended_at is null");
            return new Runnable() {

                private int next;

                @Override
                public void run() {
                    try {
                        update.setObject(1, ids.get(next++ % ids.size()));
                        update.executeUpdate();
                    } catch (SQLException failed) {
                        throw new IllegalStateException(failed);
                    }
                }
            };
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
