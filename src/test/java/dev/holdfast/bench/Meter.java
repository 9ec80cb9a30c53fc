package dev.holdfast.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** The cost of a period: processor time of server and PostgreSQL, commits and bytes of the write-ahead log. */
record Meter(Duration server, Duration postgres, long commits, long walBytes) {

    /** PostgreSQL counts commits with a delay of up to a second. */
    private static final long SETTLING_MILLIS = 1_500;

    static Meter read(BenchStage stage, Supplier<Duration> server) {
        try (var connection = stage.postgres.getPostgresDatabase().getConnection()) {
            Thread.sleep(SETTLING_MILLIS);
            try (var row = connection.createStatement().executeQuery("select xact_commit,"
                    + " pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') from pg_stat_database where datname = 'postgres'")) {
                row.next();
                return new Meter(server.get(), postgresTime(), row.getLong(1), row.getLong(2));
            }
        } catch (SQLException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    Meter since(Meter before) {
        return new Meter(server.minus(before.server), postgres.minus(before.postgres), commits - before.commits,
                walBytes - before.walBytes);
    }

    double serverMillis(int calls) {
        return server.toNanos() / 1e6 / calls;
    }

    String perCall(int calls) {
        return String.format("CPU ms: server %.3f, PostgreSQL %.3f; commits %.2f, WAL bytes %.0f",
                server.toNanos() / 1e6 / calls, postgres.toNanos() / 1e6 / calls, (double) commits / calls,
                (double) walBytes / calls);
    }

    private static Duration postgresTime() {
        return ProcessHandle.allProcesses().filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
