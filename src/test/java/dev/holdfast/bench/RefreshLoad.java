package dev.holdfast.bench;

import dev.holdfast.bench.Load.Figures;
import dev.holdfast.journeys.Browser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Refreshes with rotation, each user always with its newest token, against an open GET of the same server, the bare
 * UPDATE on the same PostgreSQL and the bare signature.
 */
public final class RefreshLoad {

    private static final int SESSIONS = Integer.getInteger("bench.sessions", 1000);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 6));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm", 20));

    private static final int[] CLIENTS = Stream.of(System.getProperty("bench.clients", "1,8,32").split(","))
            .mapToInt(Integer::parseInt).toArray();

    private final BenchStage stage;
    private final Deque<Browser> idle = new ArrayDeque<>();

    private RefreshLoad(BenchStage stage) {
        this.stage = stage;
    }

    public static void main(String[] arguments) throws Exception {
        try (BenchStage stage = new BenchStage()) {
            RefreshLoad load = new RefreshLoad(stage);
            load.idle.addAll(stage.signedIn(SESSIONS));
            load.prepareBareUpdates();
            Load.run(8, WARM_UP, client -> load.refresher());
            Load.run(8, Duration.ofSeconds(5), client -> load.opener());
            double sign = SignCost.millis();
            for (int clients : CLIENTS) {
                load.measure(clients, sign);
            }
        }
    }

    private void measure(int clients, double sign) {
        Figures bare = Load.run(clients, TIME, client -> bareUpdater());
        Figures open = Load.run(clients, TIME, client -> opener());
        Meter before = Meter.read(stage);
        Figures refresh = Load.run(clients, TIME, client -> refresher());
        Meter cost = Meter.read(stage).since(before);
        System.out.printf("%2d clients: %.0f refreshes/s, p50 %.2f ms, p99 %.2f ms; %s%n", clients, refresh.perSecond(),
                refresh.p50(), refresh.p99(), cost.perCall(refresh.calls()));
        System.out.printf("   of our open GET (%.0f/s): %.2f; of the bare UPDATE (%.0f/s): %.2f; server CPU in ES256"
                + " signatures (%.3f ms): %.1f%n", open.perSecond(), refresh.perSecond() / open.perSecond(), bare.perSecond(),
                refresh.perSecond() / bare.perSecond(), sign, cost.server().toNanos() / 1e6 / refresh.calls() / sign);
    }

    /** Takes a user nobody else has in hand, and puts it back with its new cookie. */
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

    private void prepareBareUpdates() throws SQLException {
        try (Connection connection = stage.postgres.getPostgresDatabase().getConnection()) {
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
