package dev.holdfast.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.standin.Area;
import dev.holdfast.standin.People;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two servers on one PostgreSQL do for grants by themselves, over months and over a change of keys. */
class GrantCareIT {

    private static final String KEYS = "HOLDFAST_CRYPTO_KEYS";
    private static final String FIRST = "1:" + Workplace.newKey();
    private static final String SECOND = "2:" + Workplace.newKey();
    private static final List<String> EVERYBODY = List.of(People.ADA, People.BRUNO, People.CARMEN, People.EMI);
    private static final String NOT_UNDER = "select count(*) from google_grant where substring(refresh_token from 2 for 4) <> '\\x0000000";

    private static Cluster cluster;

    @BeforeAll
    static void startCluster() throws IOException {
        cluster = Cluster.start(Map.of(KEYS, FIRST + "," + SECOND));
    }

    @AfterAll
    static void stopCluster() throws IOException {
        cluster.close();
    }

    @BeforeEach
    void signEverybodyIn() {
        cluster.google().control().reset();
        change("delete from google_grant");
        EVERYBODY.forEach(person -> {
            Browser browser = cluster.browserAt(cluster.one());
            browser.signIn(person);
            assertTrue(browser.accessToken() != null, person);
        });
    }

    /** Nobody calls; the months are told to the rows. */
    @Test
    void grantsWhenUnusedForLongThenEachIsRefreshedOnceAndOthersAreLeftAlone() {
        change("update google_grant set refresh_token_used_at = refresh_token_used_at - interval '91 days',"
                + " access_token_expires_at = access_token_expires_at - interval '91 days'"
                + " where account_id <> (select id from account where email = '" + People.EMI + "')");
        Eventually.holds(Duration.ofSeconds(90), "all have been used",
                () -> rows("select count(*) from google_grant where refresh_token_used_at"
                        + " < (now() at time zone 'utc') - interval '1 day'") == 0);
        for (String person : EVERYBODY) {
            assertEquals(person.equals(People.EMI) ? 0 : 1, cluster.google().counts().of(Area.REFRESH, person), person);
        }
        assertEquals(EVERYBODY.size(), rows("select count(*) from google_grant where status = 'ACTIVE'"));
    }

    /** The server that is not restarted yet writes under the old key, and moves nothing back to it. */
    @Test
    void keysWhenRotatedByARollingRestartThenAllEndsUnderTheNewOneAndTheOldOneCanGo() {
        assertEquals(0, rows(NOT_UNDER + "1'"));
        cluster.one().restartWith(KEYS, SECOND + "," + FIRST);
        Eventually.holds(Duration.ofSeconds(30), "all is moved", () -> rows(NOT_UNDER + "2'") == 0);

        cluster.google().control().changeEmailVerified(People.DMITRI, true);
        cluster.browserAt(cluster.other()).signIn(People.DMITRI);
        // The other server has only the old key to write under, and what it writes may be moved before anybody looks.
        assertEquals(EVERYBODY.size() + 1, rows("select count(*) from google_grant"));
        Eventually.holds(Duration.ofSeconds(40), "that is moved soon", () -> rows(NOT_UNDER + "2'") == 0);

        cluster.other().restartWith(KEYS, SECOND + "," + FIRST);
        Eventually.holds(Duration.ofSeconds(30), "the last one reports none left",
                () -> cluster.other().log().contains("everything stored is under key 2"));
        cluster.one().restartWith(KEYS, SECOND);
        cluster.other().restartWith(KEYS, SECOND);
        Browser bruno = cluster.browserAt(cluster.other());
        bruno.signIn(People.BRUNO);
        assertEquals(200, bruno.get("/api/drive/files?pageSize=1").statusCode());
    }

    private static int rows(String query) {
        try (var connection = cluster.postgres().getPostgresDatabase().getConnection();
                var result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void change(String statement) {
        try (var connection = cluster.postgres().getPostgresDatabase().getConnection();
                var update = connection.createStatement()) {
            update.executeUpdate(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
