package dev.holdfast.journeys.stage;

import java.util.UUID;

/** Rows of people who have not come for weeks. New servers clear them up in the first round of their housekeeping. */
public final class LongGone {

    /**
     * An account whose sessions are over without a row that says so: 250 were not used, 30 have reached their absolute end.
     */
    public static final UUID ACCOUNT = UUID.randomUUID();

    private static final String NOW = "now() at time zone 'utc'";

    private LongGone() {}

    static void insertInto(Cluster cluster) {
        insertSessions(cluster, 250, "- interval '8 days'", "- interval '1 day'", "+ interval '22 days'", "null, null", ACCOUNT);
        insertSessions(cluster, 30, "- interval '40 days'", "- interval '10 days'", "- interval '10 days'", "null, null",
                ACCOUNT);
        insertSessions(cluster, 1100, "- interval '40 days'", "- interval '33 days'", "- interval '10 days'",
                NOW + " - interval '35 days', 'SIGNED_OUT'", UUID.randomUUID());
        insertActivity(cluster, 1100, "interval '181 days'");
        insertActivity(cluster, 10, "interval '179 days'");
    }

    public static void insertSessions(Cluster cluster, int number, String created, String idleEnd, String end, String ended,
            UUID account) {
        String now = NOW + " ";
        cluster.run("insert into user_session (id, account_id, generation, created_at, rotated_at, refreshed_at,"
                + " idle_ends_at, ends_at, ended_at, end_reason, address, user_agent) select gen_random_uuid(), '" + account
                + "', 1, " + now + created + ", " + now + created + ", " + now + created + ", least(" + now + idleEnd + ", "
                + now + end + "), " + now + end + ", " + ended + ", '192.0.2.7', 'of the session' from generate_series(1, "
                + number + ")");
    }

    private static void insertActivity(Cluster cluster, int number, String age) {
        cluster.run("insert into activity (id, account_id, happened_at, type) select gen_random_uuid(), gen_random_uuid(), "
                + NOW + " - " + age + ", 'signed_in' from generate_series(1, " + number + ")");
    }
}
